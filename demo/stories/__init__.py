"""Our own invented petitions: no text of them was ever written by a real petitioner."""

from demo.stories import livelihood, order, rural, town_life, voices
from demo.stories.story import Story

APPEALS: tuple[Story, ...] = rural.STORIES + town_life.STORIES + livelihood.STORIES + order.STORIES
SUGGESTIONS: tuple[Story, ...] = voices.SUGGESTIONS
ACCUSATIONS: tuple[Story, ...] = voices.ACCUSATIONS
AGAINST_THE_OFFICE: Story = voices.AGAINST_THE_OFFICE
