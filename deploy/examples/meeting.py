"""What rv 7 means to the people of a case, asked of NavGeo's HTTP API with nothing but Python's own library.

    navgeo serve DIR --port 5080 --no-browser
    python3 meeting.py http://127.0.0.1:5080 "rv 7"

Every address, answer and refusal is described at /openapi.json.
"""

import http.cookiejar
import json
import sys
import urllib.error
import urllib.request


class Meeting:
    """A meeting one has come into: the server knows one again by a cookie."""

    def __init__(self, address, name):
        self.address = address.rstrip("/")
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.post("/api/join", {"name": name})

    def get(self, path):
        return self._ask(urllib.request.Request(self.address + path))

    def post(self, path, body):
        return self._ask(urllib.request.Request(self.address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}))

    def _ask(self, request):
        try:
            with self.opener.open(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            problem = json.load(refusal)
            raise SystemExit(f"{problem.get('title')}: {problem.get('detail')}") from None


def main(address, road):
    meeting = Meeting(address, "Python")
    before = meeting.get("/api/answer?lang=en")["now"]["access"]
    answer = meeting.post("/api/edits?lang=en", {"kind": "closeRoad", "road": road})
    after = answer["now"]["access"]
    print(f"mean minutes: {before['mean_minutes']:.1f} -> {after['mean_minutes']:.1f}")
    print(f"without access: {before['without_access']} -> {after['without_access']}")
    # The layers are an OGC API – Features: this is what QGIS and GDAL read too.
    for collection in meeting.get("/ogc/collections")["collections"]:
        print(collection["id"], "-", collection["title"])
    meeting.post("/api/undo?lang=en", {})


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
