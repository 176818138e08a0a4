# Truth is in AlloyDB, conversations are in Firestore.

resource "google_alloydb_cluster" "coresync" {
  cluster_id       = "coresync"
  location         = var.region
  database_version = "POSTGRES_16"
  network_config {
    network = google_compute_network.coresync.id
  }
  continuous_backup_config {
    enabled              = true
    recovery_window_days = 14
  }
  depends_on = [google_service_networking_connection.services]
  lifecycle {
    prevent_destroy = true
  }
}

resource "google_alloydb_instance" "primary" {
  cluster       = google_alloydb_cluster.coresync.name
  instance_id   = "primary"
  instance_type = "PRIMARY"
  machine_config {
    cpu_count = 2
  }
  database_flags = {
    # The functions' share is in infra/functions.yaml.
    max_connections = "1000"
  }
}

resource "google_firestore_database" "sessions" {
  name                    = "(default)"
  location_id             = var.region
  type                    = "FIRESTORE_NATIVE"
  delete_protection_state = "DELETE_PROTECTION_ENABLED"
  depends_on              = [google_project_service.used]
}

# What has ended is deleted within a day; until then our code looks at the time itself.
resource "google_firestore_field" "expiry" {
  for_each   = toset(["sessions", "messages", "events"])
  database   = google_firestore_database.sessions.name
  collection = each.key
  field      = "expires_at"
  ttl_config {}
  index_config {}
}

resource "google_firebaserules_ruleset" "firestore" {
  source {
    files {
      name    = "firestore.rules"
      content = file("${path.module}/../../firestore.rules")
    }
  }
  depends_on = [google_firestore_database.sessions]
}

resource "google_firebaserules_release" "firestore" {
  name         = "cloud.firestore"
  ruleset_name = google_firebaserules_ruleset.firestore.name
}
