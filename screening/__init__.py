"""The screening room 矛盾纠纷排查: villages, towns and departments report disputes before they become petitions."""
