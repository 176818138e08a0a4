"""The words of each gcloud command that a deployment runs."""

from collections.abc import Mapping, Sequence

from infra.deploy.catalogue import Function, Trigger
from infra.deploy.target import CALLERS, CANDIDATE, NETWORK, SUBNET, TESTER, DeployTarget

Words = list[str]

RUNTIME = "python311"
SMOKE_JOB = "smoke-test"
"""A Cloud Run job inside the network: nobody else reaches the functions' own addresses."""
SEPARATOR = "|"
"""Between values of one flag; gcloud's own comma stands in some of them."""

_DOORS = {
    Trigger.HTTP: ("--allow-unauthenticated", "--ingress=internal-and-cloud-load-balancing"),
    Trigger.EVENTS: ("--no-allow-unauthenticated", "--ingress=internal"),
    Trigger.JOB: ("--no-allow-unauthenticated", "--ingress=internal"),
    Trigger.TASK: ("--no-allow-unauthenticated", "--ingress=internal"),
}


def deploy(
    function: Function, target: DeployTarget, *, told: Mapping[str, str], secrets: Mapping[str, str], new: bool
) -> Words:
    """Build a function and start it as a candidate; a service that is `new` can't withhold its traffic."""
    return [
        *("run", "deploy", function.service, *_at(target)),
        "--source=.",
        f"--function={function.name}",
        f"--base-image={RUNTIME}",
        f"--set-build-env-vars=GOOGLE_FUNCTION_SOURCE=functions/{function.name}/main.py",
        f"--set-env-vars={_pairs(told)}",
        *([f"--set-secrets={_pairs(secrets)}"] if secrets else ["--clear-secrets"]),
        *_sizes(function),
        f"--service-account={target.account(function.service)}",
        *(f"--network={NETWORK}", f"--subnet={SUBNET}", "--vpc-egress=private-ranges-only"),
        *_DOORS[function.trigger],
        *([] if new else ["--no-traffic"]),
        f"--tag={CANDIDATE}",
    ]


def _sizes(function: Function) -> Words:
    return [
        f"--memory={function.memory}",
        f"--cpu={function.cpu}",
        f"--concurrency={function.concurrency}",
        f"--timeout={function.timeout}",
        f"--min-instances={function.min_instances}",
        f"--max-instances={function.max_instances}",
        "--cpu-boost",
    ]


def grants(function: Function, target: DeployTarget) -> list[Words]:
    """Let in who calls a function that guests can't call."""
    if function.trigger not in CALLERS:
        return []
    return [
        [
            *("run", "services", "add-iam-policy-binding", function.service, *_at(target)),
            f"--member=serviceAccount:{target.account(caller)}",
            "--role=roles/run.invoker",
        ]
        for caller in (CALLERS[function.trigger], TESTER)
    ]


def smoke(functions: Sequence[Function], target: DeployTarget) -> Words:
    """Ask all candidates their probes, and fail where one does not answer as it should."""
    words = ["-m", "infra.deploy.smoke", "--project", target.project, "--project-number", target.number]
    words += ["--region", target.region, *(function.name for function in functions)]
    return ["run", "jobs", "execute", SMOKE_JOB, *_at(target), "--wait", f"--args={','.join(words)}"]


def shift(function: Function, target: DeployTarget) -> Words:
    """Give all traffic to the candidate."""
    return ["run", "services", "update-traffic", function.service, *_at(target), f"--to-tags={CANDIDATE}=100"]


def services(target: DeployTarget) -> Words:
    """List the names of what is deployed."""
    return ["run", "services", "list", *_at(target), "--format=value(metadata.name)"]


def newest_version(secret: str, target: DeployTarget) -> Words:
    """Tell the full name of a secret's newest version."""
    words = ["secrets", "versions", "describe", "latest", f"--secret={secret}"]
    return [*words, f"--project={target.project}", "--format=value(name)"]


def project_number(project: str) -> Words:
    """Tell a project's number."""
    return ["projects", "describe", project, "--format=value(projectNumber)"]


def _at(target: DeployTarget) -> Words:
    return [f"--project={target.project}", f"--region={target.region}", "--quiet"]


def _pairs(values: Mapping[str, str]) -> str:
    pairs = [f"{name}={value}" for name, value in values.items()]
    if spoilt := [pair for pair in pairs if SEPARATOR in pair]:
        raise ValueError(f"no value may contain {SEPARATOR}: {spoilt[0].partition('=')[0]}")
    return f"^{SEPARATOR}^{SEPARATOR.join(pairs)}"
