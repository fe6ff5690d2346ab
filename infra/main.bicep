// What one municipality needs in Azure: the store, the identity, and the bot's registration.
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

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    endpoint: '${baseUrl}/api/messages'
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
  }
}

output COSMOS_ENDPOINT string = cosmos.outputs.endpoint
output COSMOS_DATABASE string = cosmos.outputs.database
output MICROSOFT_APP_ID string = identity.outputs.clientId
output MICROSOFT_APP_TENANT_ID string = tenant().tenantId
output MICROSOFT_APP_TYPE string = 'UserAssignedMsi'
