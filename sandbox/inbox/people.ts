import type { Geolocation } from './chat.ts'
import type { Language } from './script.ts'

/** Names and places a customer who writes in a language may have. */
interface People {
  names: readonly [string, ...string[]]
  places: readonly [Geolocation, ...Geolocation[]]
}

function place(
  country: string,
  country_code: string,
  region: string,
  city: string,
  timezone: string,
  latitude: string,
  longitude: string,
): Geolocation {
  return { country, country_code, region, city, timezone, latitude, longitude }
}

export const people: Record<Language, People> = {
  en: {
    names: [
      'Thomas Anderson',
      'Olivia Bennett',
      'Priya Raman',
      'Callum MacLeod',
      'Amara Okafor',
      'Grace Kim',
      'Noah Whitaker',
      'Siobhán O’Neill',
      'Ethan Brooks',
      'Zanele Dlamini',
      'Harriet Ashworth',
      'Wei Chen',
      'Leilani Kahale',
      'Mohammed Ali',
      'Chloe Tremblay',
      'Rohan Mehta',
      'Ngozi Adeyemi',
      'Jack',
      'Dr. Eleanor Featherstonehaugh-Cavendish',
      'Aroha Ngata',
      'Ingrid Solberg',
      'Bram de Vries',
      'Søren Ørsted',
      'Nguyễn Thị Lan',
      'Kofi Mensah',
      'Lucy Hartley',
      'Dan P.',
      'Sanjay Kapoor',
      'Molly Fitzgerald',
      'Tariq Aziz',
    ],
    places: [
      place('United Kingdom', 'GB', 'Scotland', 'Inverness', 'Europe/London', '57.4778', '-4.2247'),
      place('United Kingdom', 'GB', 'England', 'Leeds', 'Europe/London', '53.8008', '-1.5491'),
      place('United States', 'US', 'Colorado', 'Boulder', 'America/Denver', '40.0150', '-105.2705'),
      place('United States', 'US', 'Texas', 'Austin', 'America/Chicago', '30.2672', '-97.7431'),
      place(
        'Canada',
        'CA',
        'British Columbia',
        'Squamish',
        'America/Vancouver',
        '49.7016',
        '-123.1558',
      ),
      place('New Zealand', 'NZ', 'Otago', 'Wānaka', 'Pacific/Auckland', '-44.7032', '169.1321'),
      place(
        'South Africa',
        'ZA',
        'Western Cape',
        'Cape Town',
        'Africa/Johannesburg',
        '-33.9249',
        '18.4241',
      ),
      place('India', 'IN', 'Karnataka', 'Bengaluru', 'Asia/Kolkata', '12.9716', '77.5946'),
      place('Norway', 'NO', 'Troms', 'Tromsø', 'Europe/Oslo', '69.6492', '18.9553'),
    ],
  },
  pl: {
    names: [
      'Katarzyna Wójcik',
      'Michał Zieliński',
      'Agnieszka Dąbrowska',
      'Paweł Łukasik',
      'Zofia Górska',
      'Jan Szczęsny',
      'Małgorzata Święcicka',
      'Tomek',
    ],
    places: [
      place('Poland', 'PL', 'Dolnośląskie', 'Wrocław', 'Europe/Warsaw', '51.1043', '17.0335'),
      place('Poland', 'PL', 'Małopolskie', 'Zakopane', 'Europe/Warsaw', '49.2992', '19.9496'),
      place('Poland', 'PL', 'Mazowieckie', 'Warszawa', 'Europe/Warsaw', '52.2297', '21.0122'),
    ],
  },
  de: {
    names: [
      'Jürgen Müller',
      'Anneliese Groß',
      'Lukas Schäfer',
      'Yasemin Yılmaz',
      'Björn Krüger',
      'Frieda Weiß',
      'Maximilian von Hohenberg-Lauenstein',
      'Elif Demir',
    ],
    places: [
      place('Germany', 'DE', 'Bayern', 'München', 'Europe/Berlin', '48.1351', '11.5820'),
      place('Germany', 'DE', 'Hamburg', 'Hamburg', 'Europe/Berlin', '53.5511', '9.9937'),
      place('Austria', 'AT', 'Tirol', 'Innsbruck', 'Europe/Vienna', '47.2692', '11.4041'),
      place('Switzerland', 'CH', 'Zürich', 'Zürich', 'Europe/Zurich', '47.3769', '8.5417'),
    ],
  },
  es: {
    names: [
      'María José Fernández',
      'Íñigo Etxeberria',
      'Lucía Núñez',
      'Carlos Peña',
      'Ximena Quispe',
      'Santiago Muñoz',
      'Guadalupe Hernández',
    ],
    places: [
      place('Spain', 'ES', 'Aragón', 'Huesca', 'Europe/Madrid', '42.1401', '-0.4089'),
      place('Mexico', 'MX', 'Oaxaca', 'Oaxaca', 'America/Mexico_City', '17.0732', '-96.7266'),
      place('Peru', 'PE', 'Cusco', 'Cusco', 'America/Lima', '-13.5320', '-71.9675'),
    ],
  },
  fr: {
    names: [
      'Hélène Lefèvre',
      'François Garçon',
      'Aïcha Benali',
      'Théo Dubois',
      'Maëlle Le Goff',
      'Noël Châtelain',
      'Fatou Diop',
    ],
    places: [
      place(
        'France',
        'FR',
        'Auvergne-Rhône-Alpes',
        'Chamonix',
        'Europe/Paris',
        '45.9237',
        '6.8694',
      ),
      place('France', 'FR', 'Bretagne', 'Rennes', 'Europe/Paris', '48.1173', '-1.6778'),
      place('Canada', 'CA', 'Québec', 'Montréal', 'America/Toronto', '45.5017', '-73.5673'),
    ],
  },
  pt: {
    names: ['João Gonçalves', 'Ana Beatriz Conceição', 'Inês Magalhães', 'Thiago Araújo', 'Luísa'],
    places: [
      place('Brazil', 'BR', 'São Paulo', 'São Paulo', 'America/Sao_Paulo', '-23.5558', '-46.6396'),
      place('Portugal', 'PT', 'Porto', 'Porto', 'Europe/Lisbon', '41.1579', '-8.6291'),
    ],
  },
  ja: {
    names: ['佐藤 美咲', '鈴木 健太', '高橋 さくら', 'タナカ ヒロシ', '山本 陽子'],
    places: [
      place('Japan', 'JP', 'Nagano', 'Matsumoto', 'Asia/Tokyo', '36.2380', '137.9720'),
      place('Japan', 'JP', 'Tokyo', 'Tokyo', 'Asia/Tokyo', '35.6762', '139.6503'),
    ],
  },
  ar: {
    names: ['فاطمة الزهراء', 'أحمد الخطيب', 'ليلى حسن', 'عمر بن سعيد', 'نور الدين'],
    places: [
      place('Saudi Arabia', 'SA', 'Riyadh', 'Riyadh', 'Asia/Riyadh', '24.7136', '46.6753'),
      place(
        'Morocco',
        'MA',
        'Marrakesh-Safi',
        'Marrakesh',
        'Africa/Casablanca',
        '31.6295',
        '-7.9811',
      ),
      place('Jordan', 'JO', 'Amman', 'Amman', 'Asia/Amman', '31.9539', '35.9106'),
    ],
  },
  he: {
    names: ['נועה כהן', 'יונתן לוי', 'תמר פרידמן', 'איתי בן דוד'],
    places: [
      place('Israel', 'IL', 'Haifa', 'Haifa', 'Asia/Jerusalem', '32.7940', '34.9896'),
      place('Israel', 'IL', 'Tel Aviv', 'Tel Aviv', 'Asia/Jerusalem', '32.0853', '34.7818'),
    ],
  },
}
