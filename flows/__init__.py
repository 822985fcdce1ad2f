"""The Prefect flows: thin, no logic of their own."""
