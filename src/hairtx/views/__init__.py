"""How it looks: results become plain records (`plain`) or rich renderables (`screen`). Nothing here prints or reads."""
