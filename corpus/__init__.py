"""The texts and what reads them: YAML in, documents and passages out."""
