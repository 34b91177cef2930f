"""The assistant on the network: settings, API, limits, security, health, tools."""
