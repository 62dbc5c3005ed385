from tests.cases.importing.test_command import _many,_peak
def test_x(cast,tmp_path):
    v=[_peak(_many(tmp_path,n)) for n in (1000,4000)]
    import sys; print("PEAKS",v); assert 0,v
