"""The REST root: tokens, schema, and the floors' own addresses."""

from django.urls import include, path
from drf_spectacular.views import SpectacularSwaggerSplitView

from kit.rooms import rooms
from xinfang.schema_door import SchemaDoor
from xinfang.token_doors import OwnTokens, TokenLogin, logout, logout_all, own_token

urlpatterns = [
    path("auth/login/", TokenLogin.as_view(), name="api-login"),
    path("auth/logout/", logout, name="api-logout"),
    path("auth/logout-all/", logout_all, name="api-logout-all"),
    path("auth/tokens/", OwnTokens.as_view(), name="api-tokens"),
    path("auth/tokens/<str:token_id>/", own_token, name="api-token"),
    path("schema/", SchemaDoor.as_view(), name="api-schema"),
    path(
        "docs/",
        SpectacularSwaggerSplitView.as_view(url_name="api-schema", template_name="api_docs.html"),
        name="api-docs",
    ),
    *(path("", include(room.api)) for room in rooms() if room.api),
]
