document.getElementById("ask-pause").addEventListener("click", (event) => {
  window.Insight.ask(event.target.textContent);
});
