import pytest
from tests.browser.test_axe import *
from tests.browser.conftest import *
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
def test_dbg(files, office):
    seat=office.strange("visitor", phone=True); sit_down(seat,"town_handler"); found=[]
    for i in range(8):
        for act in (Act.DELEGATE, Act.CONSULT):
            seat.go(f"/cases/{files.handling.case.pk}/").dialog(act)
            found+=findings(seat, f"{i} {act}")
    print("\n".join(found)); assert not found
