# Who does what: an identity for each function, for those who call them, and for the release.

locals {
  helpers = {
    pubsub-push = "Pushes events to functions"
    scheduler   = "Calls jobs"
    task-queue  = "Brings tasks to functions"
    smoke-test  = "Asks candidates their probes"
    migrate     = "Brings the database to its schema"
    deployer    = "Releases"
  }
  releasing = toset([
    "alloydb.admin",
    "artifactregistry.writer",
    "cloudbuild.builds.editor",
    "cloudscheduler.admin",
    "iam.serviceAccountUser",
    "logging.logWriter",
    "pubsub.editor",
    "run.admin",
    "run.sourceDeveloper",
    "secretmanager.viewer",
    "serviceusage.serviceUsageConsumer",
    "storage.admin",
  ])
}

resource "google_service_account" "function" {
  for_each     = local.functions
  account_id   = replace(each.key, "_", "-")
  display_name = each.key
}

resource "google_service_account" "helper" {
  for_each     = local.helpers
  account_id   = each.key
  display_name = each.value
}

resource "google_project_iam_member" "function" {
  for_each = local.permissions
  project  = var.project
  role     = each.value.role
  member   = google_service_account.function[each.value.function].member
}

# Whoever puts a task on the queue says as whom it is brought.
resource "google_service_account_iam_member" "enqueuer" {
  for_each           = toset(local.enqueuing)
  service_account_id = google_service_account.helper["task-queue"].name
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.function[each.key].member
}

resource "google_project_iam_member" "deployer" {
  for_each = local.releasing
  project  = var.project
  role     = "roles/${each.key}"
  member   = google_service_account.helper["deployer"].member
}

# Pub/Sub itself moves what can't be delivered to the dead letters.
resource "google_project_iam_member" "pubsub" {
  for_each = toset(["roles/pubsub.publisher", "roles/pubsub.subscriber"])
  project  = var.project
  role     = each.key
  member   = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
}
