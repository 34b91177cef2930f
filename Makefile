.PHONY: demo

demo:  ## the example site on 127.0.0.1:7861, with the widget of the service on 127.0.0.1:7860
	.venv/bin/python -m widget.demo
