# Secrets by name; people add their versions, and each deployment pins the newest.

resource "google_secret_manager_secret" "used" {
  for_each  = setunion(local.secrets, ["database-url-owner"])
  secret_id = each.key
  replication {
    auto {}
  }
  depends_on = [google_project_service.used]
}

resource "google_secret_manager_secret_iam_member" "function" {
  for_each  = local.readings
  secret_id = google_secret_manager_secret.used[each.value.secret].id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.function[each.value.function].member
}

resource "google_secret_manager_secret_iam_member" "migrate" {
  secret_id = google_secret_manager_secret.used["database-url-owner"].id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.helper["migrate"].member
}

# The key that wraps the data key: without it personal data can't be read, by us neither.
resource "google_kms_key_ring" "coresync" {
  name       = "coresync"
  location   = var.region
  depends_on = [google_project_service.used]
}

resource "google_kms_crypto_key" "data" {
  name     = "data"
  key_ring = google_kms_key_ring.coresync.id
  lifecycle {
    prevent_destroy = true
  }
}

resource "google_kms_crypto_key_iam_member" "function" {
  for_each      = toset(local.decrypting)
  crypto_key_id = google_kms_crypto_key.data.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = google_service_account.function[each.key].member
}
