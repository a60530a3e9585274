/** What the API's addresses of the desk and of devices in the field are called in Indonesian. */
export const attendanceOperations: Record<string, string> = {
  'GET /musyawarah/{slug}/desk': 'Meja hadir: berapa yang datang, dan kuorumnya',
  'GET /musyawarah/{slug}/desk/invitees': 'Mencari undangan di meja hadir',
  'GET /musyawarah/{slug}/attendance': 'Semua yang hadir, dengan nama',
  'POST /musyawarah/{slug}/attendance': 'Mencatat satu orang yang hadir',
  'POST /musyawarah/{slug}/attendance/{id}/void': 'Membatalkan catatan yang keliru',
  'GET /musyawarah/{slug}/field': 'Membawa musyawarah ke tempat tanpa sinyal',
  'POST /musyawarah/{slug}/field': 'Menyerahkan yang disimpan sebuah perangkat',
}
