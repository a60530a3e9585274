export interface PortalTables {
  setting: SettingTable
}

export interface SettingTable {
  name: string
  value: string
}
