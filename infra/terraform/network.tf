# One network: functions leave by their subnet, AlloyDB is peered with it and has no other address.

resource "google_compute_network" "coresync" {
  name                    = "coresync"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "functions" {
  name                     = "functions"
  network                  = google_compute_network.coresync.id
  region                   = var.region
  ip_cidr_range            = "10.10.0.0/22"
  private_ip_google_access = true
}

resource "google_compute_global_address" "services" {
  name          = "services"
  network       = google_compute_network.coresync.id
  purpose       = "VPC_PEERING"
  address_type  = "INTERNAL"
  prefix_length = 20
}

resource "google_service_networking_connection" "services" {
  network                 = google_compute_network.coresync.id
  service                 = "servicenetworking.googleapis.com"
  reserved_peering_ranges = [google_compute_global_address.services.name]
}

# Inside the network the functions' addresses lead to Google by its private way, else their calls count as foreign.
resource "google_dns_managed_zone" "functions" {
  name       = "run-app"
  dns_name   = "run.app."
  visibility = "private"
  private_visibility_config {
    networks {
      network_url = google_compute_network.coresync.id
    }
  }
}

resource "google_dns_record_set" "functions" {
  managed_zone = google_dns_managed_zone.functions.name
  name         = "*.run.app."
  type         = "A"
  ttl          = 300
  rrdatas      = ["199.36.153.8", "199.36.153.9", "199.36.153.10", "199.36.153.11"]
}
