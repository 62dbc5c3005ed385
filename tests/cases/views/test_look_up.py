"""按人查询: with a reason, masked, logged, within reach."""

from cases.models import Case, PersonLookUp
from tests.cases.views.intake_forms import client_of, send, typed
from tests.cast import Cast


def test_a_person_is_looked_up_with_a_reason_and_masked(cast: Cast):
    send(cast.clerk, typed())
    case = Case.objects.get()
    client = client_of(cast.router)
    refused = client.post("/look-up/", {"name": "老王", "reason": ""})
    assert refused.status_code == 422
    assert case.number not in refused.content.decode()
    assert client.post("/look-up/", {"reason": "核对重复件"}).status_code == 422
    assert PersonLookUp.objects.count() == 0
    found = client.post("/look-up/", {"name": "老王", "reason": "核对重复件"}).content.decode()
    assert case.number in found
    assert "老*" in found
    assert PersonLookUp.objects.get().reason == "核对重复件"
    assert (
        case.number
        not in client_of(cast.stranger).post("/look-up/", {"name": "老王", "reason": "核对"}).content.decode()
    )
    for name in ("informant", "housing_handler", "auditor"):
        assert client_of(getattr(cast, name)).post("/look-up/", {"name": "老王", "reason": "好奇"}).status_code == 403
    assert client.post("/look-up/", {"name": "a\x00", "reason": "长" * 300}).status_code == 422
