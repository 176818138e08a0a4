# The only way in for guests and vendors: one address, the paths of the list, everything else to the website's 404.

variable "domain" {
  description = "What PUBLIC_URL in infra/deploy/production.yaml names"
  type        = string
  default     = "coresync.life"
}

locals {
  guests    = { for name, function in local.functions : name => function.http if can(function.http) }
  otherwise = "page_website"
}

resource "google_compute_region_network_endpoint_group" "function" {
  for_each              = local.guests
  name                  = replace(each.key, "_", "-")
  region                = var.region
  network_endpoint_type = "SERVERLESS"
  cloud_run {
    service = replace(each.key, "_", "-")
  }
}

resource "google_compute_backend_service" "function" {
  for_each              = local.guests
  name                  = replace(each.key, "_", "-")
  load_balancing_scheme = "EXTERNAL_MANAGED"
  enable_cdn            = each.key == local.otherwise
  backend {
    group = google_compute_region_network_endpoint_group.function[each.key].id
  }
  dynamic "cdn_policy" {
    for_each = each.key == local.otherwise ? [1] : []
    content {
      # Only what the website itself marks as public is kept: its assets.
      cache_mode = "USE_ORIGIN_HEADERS"
    }
  }
}

resource "google_compute_url_map" "guests" {
  name            = "guests"
  default_service = google_compute_backend_service.function[local.otherwise].id
  host_rule {
    hosts        = [var.domain]
    path_matcher = "functions"
  }
  path_matcher {
    name            = "functions"
    default_service = google_compute_backend_service.function[local.otherwise].id
    dynamic "path_rule" {
      for_each = { for name, paths in local.guests : name => paths if name != local.otherwise }
      content {
        paths   = flatten([for path in path_rule.value : [path, "${path}/*"]])
        service = google_compute_backend_service.function[path_rule.key].id
      }
    }
  }
}

resource "google_compute_managed_ssl_certificate" "guests" {
  name = "guests"
  managed {
    domains = [var.domain]
  }
}

resource "google_compute_global_address" "guests" {
  name = "guests"
}

resource "google_compute_target_https_proxy" "guests" {
  name             = "guests"
  url_map          = google_compute_url_map.guests.id
  ssl_certificates = [google_compute_managed_ssl_certificate.guests.id]
}

resource "google_compute_global_forwarding_rule" "guests" {
  name                  = "guests"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  ip_address            = google_compute_global_address.guests.id
  target                = google_compute_target_https_proxy.guests.id
  port_range            = "443"
}

# Who comes without TLS is sent to it.
resource "google_compute_url_map" "plain" {
  name = "plain"
  default_url_redirect {
    https_redirect = true
    strip_query    = false
  }
}

resource "google_compute_target_http_proxy" "plain" {
  name    = "plain"
  url_map = google_compute_url_map.plain.id
}

resource "google_compute_global_forwarding_rule" "plain" {
  name                  = "plain"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  ip_address            = google_compute_global_address.guests.id
  target                = google_compute_target_http_proxy.plain.id
  port_range            = "80"
}

output "address" {
  description = "Where the domain's A record must point"
  value       = google_compute_global_address.guests.address
}
