import pytest, time
from tests.browser.office import *
from tests.browser.conftest import *
from law.vocabulary import Act, State
from tests.cast import Cast, register
from tests.walks import walk_to
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
def test_dbg(cast, office):
    case=register(cast)
    seat=office.seat("router"); seat.page.context.set_default_timeout(4000)
    bad=[]
    def slow(route):
        time.sleep(slow.wait); route.continue_()
    seat.page.route("**/units/options**", slow)
    for i in range(16):
        slow.wait = (0, .05, .2, .5)[i%4]
        seat.go(f"/cases/{case.pk}/").dialog(Act.REFER)
        try:
            seat._pick(Pick("qsz","青石镇人民政府"))
        except Exception as e:
            bad.append((i, slow.wait, seat.page.evaluate("(()=>{const t=document.querySelector('#dialog [name=unit]').tomselect; return [t.isOpen, t.isFocused, t.loading, Object.keys(t.options).length, t.control_input.value, t.lastValue, document.activeElement.id, t.items]})()")))
    print(bad); assert not bad
