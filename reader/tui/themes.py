"""The two looks of the program: ink (dark) and paper (light), and the colours of the tones."""

from __future__ import annotations

from textual.theme import Theme

INK = Theme(
    name="ink",
    primary="#c9604a",
    secondary="#8aa9b5",
    accent="#d8a657",
    warning="#d8a657",
    error="#e0705c",
    success="#93b56b",
    foreground="#e4ded2",
    background="#17191c",
    surface="#1e2124",
    panel="#262a2e",
    dark=True,
    variables={
        "block-cursor-background": "#3a3330",
        "block-cursor-foreground": "#f4eee2",
        "block-cursor-blurred-background": "#2a2826",
        "footer-background": "#1e2124",
        "footer-key-foreground": "#d8a657",
        "footer-description-foreground": "#b5afa4",
        "border": "#c9604a",
        "border-blurred": "#3a3f44",
        "scrollbar": "#33383d",
        "scrollbar-background": "#17191c",
        "input-cursor-background": "#e4ded2",
        "input-cursor-foreground": "#17191c",
    },
)

PAPER = Theme(
    name="paper",
    primary="#a63a26",
    secondary="#3f6475",
    accent="#96600a",
    warning="#96600a",
    error="#b3261e",
    success="#40702f",
    foreground="#2c2a26",
    background="#faf6ee",
    surface="#f3eee2",
    panel="#eae3d3",
    dark=False,
    variables={
        "block-cursor-background": "#ead9c8",
        "block-cursor-foreground": "#1f1d1a",
        "block-cursor-blurred-background": "#f0e6d8",
        "footer-background": "#f3eee2",
        "footer-key-foreground": "#a63a26",
        "footer-description-foreground": "#5d584f",
        "border": "#a63a26",
        "border-blurred": "#cfc6b4",
        "scrollbar": "#d5ccba",
        "scrollbar-background": "#faf6ee",
        "input-cursor-background": "#2c2a26",
        "input-cursor-foreground": "#faf6ee",
    },
)

_ON_DARK = {
    "tone-1": "#e8827a",
    "tone-2": "#d9a860",
    "tone-3": "#9cc07c",
    "tone-4": "#86b2dc",
    "tone-5": "#a09a90",
    "figure": "#e0b25e",
    "new-word": "#9cc3d0",
    "quiet": "#98928a",
}
_ON_LIGHT = {
    "tone-1": "#b3261e",
    "tone-2": "#8f5a00",
    "tone-3": "#3d6b24",
    "tone-4": "#1f5a9e",
    "tone-5": "#6d675e",
    "figure": "#8a5200",
    "new-word": "#1f5f78",
    "quiet": "#716b61",
}


def own_variables(dark: bool) -> dict[str, str]:
    """Return the colours that every theme gets from us: tones, figures, new words, quiet text."""
    return _ON_DARK if dark else _ON_LIGHT
