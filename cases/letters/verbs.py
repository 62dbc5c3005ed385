"""What is noted in the journal of letters' words."""

from kit.verbs import Fact, Verb
from law.vocabulary import Letter

TEMPLATE_SAVED = Verb("template.saved", "修改文书模板", {"letter": Fact("文书", str, Letter), "version": Fact("版本")})
