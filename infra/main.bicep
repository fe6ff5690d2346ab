// What one municipality needs in Azure: the store, the place for screenshots, the identity, and the bot's registration.
// The process itself runs wherever a container or a web app runs; docs/operations.md says what it is given.
targetScope = 'resourceGroup'

@description('Short name that all resources carry.')
param name string = 'kanalvakt'

@description('Region of the data; keep it in the EU.')
param location string = resourceGroup().location

@description('Public https address of the bot, without a path.')
param baseUrl string

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: { name: name, location: location, principalId: identity.outputs.principalId }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: { name: name, location: location, principalId: identity.outputs.principalId }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    endpoint: '${baseUrl}/api/messages'
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
  }
}

output STORE string = 'cosmos'
output COSMOS_ENDPOINT string = cosmos.outputs.endpoint
output COSMOS_DATABASE string = cosmos.outputs.database
output FILES string = 'blob'
output BLOB_ENDPOINT string = storage.outputs.endpoint
// Which identity the process signs in with to both of them, where a host has several.
output AZURE_CLIENT_ID string = identity.outputs.clientId
output MICROSOFT_APP_ID string = identity.outputs.clientId
output MICROSOFT_APP_TENANT_ID string = tenant().tenantId
output MICROSOFT_APP_TYPE string = 'UserAssignedMsi'
