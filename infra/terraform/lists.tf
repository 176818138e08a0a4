# The one list of functions, read here as infra/deploy reads it.

locals {
  list      = yamldecode(file("${path.module}/../functions.yaml"))
  functions = local.list.functions

  roles_of_permission = {
    sessions = "roles/datastore.user"
    publish  = "roles/pubsub.publisher"
    enqueue  = "roles/cloudtasks.enqueuer"
    pull     = "roles/pubsub.subscriber"
  }

  # "page_pay DATABASE_URL" = { function = "page_pay", secret = "database-url" }
  readings = merge([
    for name, function in local.functions : {
      for setting in function.settings : "${name} ${setting}" => {
        function = name
        secret   = local.list.secrets[setting].secret
      } if contains(keys(local.list.secrets), setting)
    }
  ]...)

  # "api_chat publish" = { function = "api_chat", role = "roles/pubsub.publisher" }
  permissions = merge([
    for name, function in local.functions : {
      for permission in try(function.may, []) : "${name} ${permission}" => {
        function = name
        role     = local.roles_of_permission[permission]
      }
    }
  ]...)

  enqueuing  = [for name, function in local.functions : name if contains(try(function.may, []), "enqueue")]
  decrypting = [for name, function in local.functions : name if contains(function.settings, "DATA_KEY_WRAPPED")]
  secrets    = toset([for entry in values(local.list.secrets) : entry.secret])
}
