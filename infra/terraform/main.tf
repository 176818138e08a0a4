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
