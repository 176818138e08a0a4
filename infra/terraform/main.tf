# What stands before the first deployment: identities, secrets, keys, network, databases, the balancer.
# What changes with the code does not stand here: functions, subscriptions and jobs are brought in line by infra/deploy.

terraform {
  required_version = ">= 1.9"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.30"
    }
  }
  backend "gcs" {
    prefix = "coresync"
  }
}

variable "project" {
  description = "The project's id"
  type        = string
}

variable "region" {
  description = "Where everything stands"
  type        = string
  default     = "us-east1"
}

provider "google" {
  project = var.project
  region  = var.region
}

data "google_project" "this" {}

resource "google_project_service" "used" {
  for_each = toset([
    "alloydb",
    "artifactregistry",
    "calendar-json",
    "cloudbuild",
    "cloudkms",
    "cloudscheduler",
    "cloudtasks",
    "compute",
    "dns",
    "firebaserules",
    "firestore",
    "pubsub",
    "run",
    "secretmanager",
    "servicenetworking",
    "sheets",
  ])
  service            = "${each.key}.googleapis.com"
  disable_on_destroy = false
}

resource "google_artifact_registry_repository" "tools" {
  repository_id = "tools"
  location      = var.region
  format        = "DOCKER"
  depends_on    = [google_project_service.used]
}

# What is done off the way of whoever waits, or at its time; a task that nobody could do in a day is given up.
resource "google_cloud_tasks_queue" "work" {
  name     = "work"
  location = var.region
  rate_limits {
    max_dispatches_per_second = 50
    max_concurrent_dispatches = 20
  }
  retry_config {
    max_attempts       = -1
    max_retry_duration = "86400s"
    min_backoff        = "5s"
    max_backoff        = "600s"
    max_doublings      = 6
  }
  depends_on = [google_project_service.used]
}
