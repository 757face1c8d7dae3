/// Zones of the IANA database by their rules, as of 2025.
///
/// A line: minutes east of Greenwich in winter, the rule of summer time, the day from which both
/// hold, the names. Zones whose rules change from year to year are left out.
enum TimeZoneNames {
  static let table = """
    -600 - 1970-01-01 Pacific/Honolulu
    -540 us 2007-01-01 America/Anchorage America/Juneau
    -480 us 2007-01-01 America/Los_Angeles America/Vancouver US/Pacific PT
    -420 us 2007-01-01 America/Denver America/Edmonton America/Boise US/Mountain
    -420 - 1970-01-01 America/Phoenix
    -360 us 2007-01-01 America/Chicago America/Winnipeg America/Menominee US/Central
    -360 - 1970-01-01 America/Regina America/Costa_Rica
    -360 - 2022-10-31 America/Mexico_City
    -300 us 2007-01-01 America/New_York America/Toronto America/Detroit America/Montreal \
    America/Indiana/Indianapolis America/Kentucky/Louisville US/Eastern ET
    -300 - 1995-01-01 America/Bogota America/Lima America/Panama America/Jamaica
    -240 us 2007-01-01 America/Halifax Atlantic/Bermuda
    -240 - 2016-05-02 America/Caracas America/La_Paz America/Puerto_Rico
    -210 us 2011-11-07 America/St_Johns
    -180 - 2019-02-18 America/Sao_Paulo
    -180 - 2009-03-16 America/Argentina/Buenos_Aires America/Buenos_Aires
    0 eu 1996-01-01 Europe/London Europe/Dublin Europe/Lisbon Europe/Belfast
    0 - 1970-01-01 Africa/Abidjan Africa/Accra Atlantic/Reykjavik
    60 eu 1996-01-01 Europe/Amsterdam Europe/Belgrade Europe/Berlin Europe/Bratislava \
    Europe/Brussels Europe/Budapest Europe/Copenhagen Europe/Ljubljana Europe/Luxembourg \
    Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Prague Europe/Rome \
    Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vienna Europe/Warsaw \
    Europe/Zagreb Europe/Zurich
    60 - 1980-01-01 Africa/Lagos Africa/Algiers
    120 eu 1997-01-01 Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kiev Europe/Kyiv \
    Europe/Sofia
    120 eu 2003-01-01 Europe/Riga Europe/Tallinn Europe/Vilnius Asia/Nicosia
    120 - 2014-10-27 Europe/Kaliningrad
    120 - 1970-01-01 Africa/Johannesburg
    180 - 2016-09-08 Europe/Istanbul
    180 - 2014-10-27 Europe/Moscow Europe/Simferopol MSK
    180 - 2011-03-28 Europe/Minsk
    180 - 1970-01-01 Africa/Nairobi Asia/Riyadh Asia/Kuwait Asia/Qatar
    240 - 1972-06-01 Asia/Dubai
    240 - 2012-01-01 Asia/Tbilisi Asia/Yerevan
    300 - 2014-10-27 Asia/Yekaterinburg
    300 - 2010-01-01 Asia/Karachi Asia/Tashkent
    330 - 1970-01-01 Asia/Kolkata Asia/Calcutta
    330 - 2006-04-16 Asia/Colombo
    345 - 1986-01-02 Asia/Kathmandu
    360 - 2010-01-01 Asia/Dhaka
    360 - 2014-10-27 Asia/Omsk
    390 - 1970-01-01 Asia/Yangon Asia/Rangoon
    420 - 1976-01-01 Asia/Bangkok Asia/Ho_Chi_Minh Asia/Saigon Asia/Jakarta Asia/Phnom_Penh
    420 - 2016-07-25 Asia/Novosibirsk Asia/Krasnoyarsk
    480 - 1992-01-01 Asia/Shanghai Asia/Chongqing Asia/Hong_Kong Asia/Macau Asia/Taipei \
    Asia/Singapore Asia/Kuala_Lumpur Asia/Manila PRC
    480 - 2010-01-01 Australia/Perth
    480 - 2017-01-01 Asia/Ulaanbaatar
    480 - 2014-10-27 Asia/Irkutsk
    540 - 1970-01-01 Asia/Tokyo Japan
    540 - 1988-10-10 Asia/Seoul ROK
    540 - 2018-05-05 Asia/Pyongyang
    540 - 2016-03-28 Asia/Yakutsk Asia/Chita
    570 - 1992-04-01 Australia/Darwin
    570 au 2008-04-07 Australia/Adelaide
    600 - 1992-04-01 Australia/Brisbane
    600 - 2014-10-27 Asia/Vladivostok Asia/Khabarovsk VLAT
    600 au 2008-04-07 Australia/Sydney Australia/Melbourne Australia/Canberra Australia/Hobart
    660 - 2016-04-25 Asia/Magadan Asia/Sakhalin
    720 - 2011-03-28 Asia/Kamchatka
    720 nz 2008-01-01 Pacific/Auckland NZ
    """
}
