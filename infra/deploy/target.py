"""Where a deployment goes, and what is called how there."""

from dataclasses import dataclass

from infra.deploy.catalogue import Function, Trigger

CANDIDATE = "candidate"
"""The tag of a revision that is there but gets no traffic yet."""
NETWORK = "coresync"
SUBNET = "functions"
CALLERS = {Trigger.EVENTS: "pubsub-push", Trigger.JOB: "scheduler", Trigger.TASK: "task-queue"}
"""The service accounts that call what guests can't; guests' functions are called by anybody, through the balancer."""
TESTER = "smoke-test"
"""The service account that asks candidates their probes."""


@dataclass(frozen=True)
class DeployTarget:
    """A project, by name and number, and a region of it."""

    project: str
    number: str
    region: str

    def account(self, name: str) -> str:
        """Return the e-mail address of a service account."""
        return f"{name}@{self.project}.iam.gserviceaccount.com"

    def url(self, function: Function) -> str:
        """Return a function's own address, which is also the audience of identity tokens for it."""
        return f"https://{function.service}-{self.number}.{self.region}.run.app"

    @property
    def task_url(self) -> str:
        """Return the address of any function for tasks, as its queue is told it: `{service}` is to be filled in."""
        return f"https://{{service}}-{self.number}.{self.region}.run.app/"

    def candidate_url(self, function: Function) -> str:
        """Return the address of the revision that waits for its probe."""
        return f"https://{CANDIDATE}---{function.service}-{self.number}.{self.region}.run.app"
