"""Asks candidates their probes, from inside the network: `python -m infra.deploy.smoke ... [name ...]`."""

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence

import requests

from infra.deploy.catalogue import CatalogueInvalid, Function, Trigger, read_catalogue
from infra.deploy.target import DeployTarget

SECONDS = 60.0
"""How long an answer may take: a candidate starts from nothing."""
TRIES = 6
PAUSE = 10.0
"""Seconds between tries: permissions that were just given take a while until they hold."""
PASSING = frozenset({401, 403, 404, 429, 500, 502, 503, 504})
"""What Google's own front answers while a service or a permission is new."""

UNKNOWN_EVENT = {
    "message": {"messageId": "probe", "data": "", "attributes": {"type": "probe"}},
    "subscription": "projects/none/subscriptions/probe",
}
"""As Pub/Sub pushes it; a type that nobody knows is acknowledged without any effect."""

Token = Callable[[str], str]
"""From an audience to an identity token."""


def ask(base: str, function: Function, *, headers: Mapping[str, str] | None = None) -> requests.Response:
    """Send a function its probe at the address of one of its revisions; raise requests.RequestException."""
    body = UNKNOWN_EVENT if function.trigger is Trigger.EVENTS else None
    return requests.request(
        function.probe.method,
        base + function.probe.path,
        json=body,
        headers=headers,
        timeout=SECONDS,
        allow_redirects=False,
    )


def complaint(function: Function, answer: requests.Response) -> str:
    """Return what is wrong with an answer, "" where it is the function's own."""
    probe = function.probe
    if answer.status_code == probe.status and probe.says in answer.text:
        return ""
    wanted = f"{probe.status} with {probe.says!r}"
    return f"{function.name} answered {answer.status_code} {answer.text[:200]!r} instead of {wanted}"


def smoke(functions: Sequence[Function], target: DeployTarget, *, token: Token, pause: float = PAUSE) -> list[str]:
    """Return the complaints about all candidates."""
    return [problem for function in functions if (problem := _try(function, target, token, pause))]


def _try(function: Function, target: DeployTarget, token: Token, pause: float) -> str:
    problem = ""
    for tried in range(TRIES):
        if tried:
            time.sleep(pause)
        headers = {"Authorization": f"Bearer {token(target.url(function))}"}
        try:
            answer = ask(target.candidate_url(function), function, headers=headers)
        except requests.RequestException as error:
            problem = f"{function.name} did not answer: {type(error).__name__}"
            continue
        problem = complaint(function, answer)
        if not problem or answer.status_code not in PASSING:
            break
    return problem


def identity_token(audience: str) -> str:
    """Return a token of the account that this runs as."""
    from google.auth.transport.requests import Request
    from google.oauth2.id_token import fetch_id_token

    return str(fetch_id_token(Request(), audience))  # type: ignore[no-untyped-call]


def main(words: Sequence[str], *, token: Token = identity_token) -> int:
    """Run the command; return its exit status."""
    asked = _parser().parse_args(words)
    try:
        functions = read_catalogue().named(asked.name)
    except CatalogueInvalid as error:
        print(error, file=sys.stderr)
        return 1
    target = DeployTarget(asked.project, asked.project_number, asked.region)
    problems = smoke(functions, target, token=token)
    print(*(problems or [f"{function.name} answers" for function in functions]), sep="\n")
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infra.deploy.smoke", description=__doc__)
    parser.add_argument("name", nargs="*", help="only these functions")
    for target in ("--project", "--project-number", "--region"):
        parser.add_argument(target, required=True)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
