"""Dates as people write them and what they mean, written from the rules before any was read.

``text => meaning`` are texts that are a date and nothing else. ``TODAY`` is Wednesday, 11 February
2026. Expected are EDTF texts; several, joined by ``|``, where the asker has to choose; ``!`` and a
part of the message where the text is no date.
"""

from __future__ import annotations

import datetime as dt

TODAY = dt.date(2026, 2, 11)

PLAIN = """
2025 => 2025
 2025 => 2025
２０２５ => 2025
year 2025 => 2025
the year 1996 => 1996
may 2025 => 2025-05
May 2025 => 2025-05
MAY, 2025 => 2025-05
may of 2025 => 2025-05
Sept. 2025 => 2025-09
dec 2025 => 2025-12
Dec '25 => 2025-12
2025 May => 2025-05
7 May 2025 => 2025-05-07
7th of May, 2025 => 2025-05-07
May 7, 2025 => 2025-05-07
May 7th 2025 => 2025-05-07
the 2nd of December 2025 => 2025-12-02
December 2nd, 2025 => 2025-12-02
second of December 2025 => 2025-12-02
twenty-first of March 2023 => 2023-03-21
28-Mar-2023 => 2023-03-28
Tuesday, 2 December 2025 => 2025-12-02
2025-12-02 => 2025-12-02
2025/12/02 => 2025-12-02
2025.12.2 => 2025-12-02
20251202 => 2025-12-02
2025-05 => 2025-05
2025/05 => 2025-05
05/2025 => 2025-05
12.2025 => 2025-12
2025-W49 => 2025-12-01/2025-12-07
week 1 of 2026 => 2025-12-29/2026-01-04
2005~ => 2005~
2022? => 2022?
2023-03-20/2023-03-22 => 2023-03-20/2023-03-22
2001~/.. => 2001~/..
../2025-05 => ../2025-05
about 2005 => 2005~
circa 1996 => 1996~
2022 (uncertain) => 2022?
since about 2001 => 2001~/..
29 February 2024 => 2024-02-29
in may 2025 => 2025-05
on 2 December 2025 => 2025-12-02
early 2025 => 2025
mid-2025 => 2025
the end of May 2025 => 2025-05
decemer 2025 => 2025-12
febuary 2025 => 2025-02
Ocotber 3, 2025 => 2025-10-03
7 Agust 2025 => 2025-08-07
2025 год => 2025
2025 г. => 2025
2025г. => 2025
в 2025 году => 2025
май 2025 => 2025-05
мая 2025 года => 2025-05
в мае 2025 => 2025-05
2 декабря 2025 => 2025-12-02
2 декабря 2025 г. => 2025-12-02
2-го декабря 2025 года => 2025-12-02
второго декабря 2025 года => 2025-12-02
Двадцать первое марта 2023 => 2023-03-21
дек 2025 => 2025-12
декобря 2025 => 2025-12
2025年 => 2025
2025年5月 => 2025-05
2025 年 5 月 => 2025-05
２０２５年５月 => 2025-05
二〇二五年五月 => 2025-05
二〇二五年十二月二日 => 2025-12-02
2025年12月2日 => 2025-12-02
2025年12月2号 => 2025-12-02
在2025年5月 => 2025-05
2025年5月上旬 => 2025-05-01/2025-05-10
2024年2月下旬 => 2024-02-21/2024-02-29
2025年底 => 2025
Monday, December 1, 2025 => 2025-12-01
mid May 2025 => 2025-05
end-2025 => 2025
within the month of May 2025 => 2025-05
"""

PERIODS = """
Q1 2025 => 2025-01/2025-03
q4 of 2025 => 2025-10/2025-12
2025 Q3 => 2025-07/2025-09
2025Q2 => 2025-04/2025-06
2025-Q2 => 2025-04/2025-06
first quarter of 2025 => 2025-01/2025-03
the 3rd quarter of 2025 => 2025-07/2025-09
last quarter of 2025 => 2025-10/2025-12
H2 2025 => 2025-07/2025-12
first half of 2025 => 2025-01/2025-06
spring 2025 => 2025-03/2025-05
summer of 2025 => 2025-06/2025-08
fall 2025 => 2025-09/2025-11
autumn 2025 => 2025-09/2025-11
winter 2024/25 => 2024-12/2025-02
winter 2024-2025 => 2024-12/2025-02
1990s => 1990/1999
the 1990's => 1990/1999
the 90s => 1990/1999
2010s => 2010/2019
nineties => 1990/1999
first three months of 2025 => 2025-01/2025-03
last 2 months of 2025 => 2025-11/2025-12
первые три месяца 2025 года => 2025-01/2025-03
2025年1-3月 => 2025-01/2025-03
20th century => 1901/2000
the twenty-first century => 2001/2100
первый квартал 2025 => 2025-01/2025-03
в первом квартале 2025 года => 2025-01/2025-03
I квартал 2025 г. => 2025-01/2025-03
4 квартал 2025 => 2025-10/2025-12
3-й квартал 2025 => 2025-07/2025-09
IV кв. 2025 => 2025-10/2025-12
второе полугодие 2025 года => 2025-07/2025-12
первая половина 2025 года => 2025-01/2025-06
лето 2025 => 2025-06/2025-08
весной 2025 года => 2025-03/2025-05
осенью 2025 => 2025-09/2025-11
1990-е => 1990/1999
1990-е годы => 1990/1999
в 90-х годах => 1990/1999
девяностые => 1990/1999
XX век => 1901/2000
21-й век => 2001/2100
2025年第一季度 => 2025-01/2025-03
2025年四季度 => 2025-10/2025-12
2025年上半年 => 2025-01/2025-06
2025年下半年 => 2025-07/2025-12
2025年春天 => 2025-03/2025-05
2025年秋季 => 2025-09/2025-11
90年代 => 1990/1999
1990年代 => 1990/1999
九十年代 => 1990/1999
20世纪90年代 => 1990/1999
二十世纪 => 1901/2000
"""

RANGES = """
since 2023 => 2023/..
from 2023 => 2023/..
starting in may 2025 => 2025-05/..
2023 onwards => 2023/..
from 2023 on => 2023/..
2023+ => 2023/..
2023 or later => 2023/..
until may 2025 => ../2025-05
till 2025 => ../2025
up to 2 December 2025 => ../2025-12-02
by 2025 => ../2025
not later than may 2025 => ../2025-05
before 2025 => ../2024
prior to may 2025 => ../2025-04
before 1 January 2025 => ../2024-12-31
before spring 2025 => ../2025-02
after 2023 => 2024/..
after December 2023 => 2024-01/..
later than 28 February 2023 => 2023-03-01/..
after Q1 2025 => 2025-04/..
between 2023 and 2025 => 2023/2025
between may and october 2025 => 2025-05/2025-10
between 2 and 5 December 2025 => 2025-12-02/2025-12-05
from 2023 to 2025 => 2023/2025
from may to october 2025 => 2025-05/2025-10
from december to february 2026 => 2025-12/2026-02
May 2025 to October => 2025-05/2025-10
2023 to 2025 => 2023/2025
2023-2025 => 2023/2025
2023 – 2025 => 2023/2025
2010—2015 => 2010/2015
2024-25 => 2024/2025
2023..2025 => 2023/2025
may-october 2025 => 2025-05/2025-10
may 2025 - october 2025 => 2025-05/2025-10
20-22 March 2023 => 2023-03-20/2023-03-22
March 20 to 22, 2023 => 2023-03-20/2023-03-22
March 20–22 2023 => 2023-03-20/2023-03-22
2 and 3 December 2025 => 2025-12-02/2025-12-03
since 2023 until may 2025 => 2023/2025-05
after 2022 and before 2025 => 2023/2024
20 March 2023 to 22 March 2023 => 2023-03-20/2023-03-22
since last year until now => 2025/2026-02-11
1990s to 2010s => 1990/2019
pre-2022 => ../2021
post-2022 => 2023/..
2022-present => 2022/2026-02-11
since the beginning of the year => 2026/..
с начала года => 2026/..
к концу 2025 года => ../2025
1-3月 => 2026-01/2026-03
с 2023 года => 2023/..
начиная с мая 2025 => 2025-05/..
до мая 2025 года => ../2025-05
по 2025 год => ../2025
вплоть до 2025 => ../2025
после 2023 года => 2024/..
раньше 2025 => ../2024
с 2023 по 2025 год => 2023/2025
с мая по октябрь 2025 года => 2025-05/2025-10
с 5 по 10 мая 2025 => 2025-05-05/2025-05-10
от 2023 до 2025 => 2023/2025
между маем и октябрем 2025 => 2025-05/2025-10
между маем и октябрём 2025 => 2025-05/2025-10
2023 и позже => 2023/..
2023年以来 => 2023/..
自2023年以来 => 2023/..
从2023年到2025年 => 2023/2025
2023年至2025年 => 2023/2025
2023-2025年 => 2023/2025
2023~2025年 => 2023/2025
2025年5月到10月 => 2025-05/2025-10
2025年5月7日至10日 => 2025-05-07/2025-05-10
2025年5月和10月之间 => 2025-05/2025-10
截至2025年 => ../2025
2025年以前 => ../2024
2023年之后 => 2024/..
"""

RELATIVE = """
today => 2026-02-11
yesterday => 2026-02-10
the day before yesterday => 2026-02-09
tomorrow => 2026-02-12
this week => 2026-02-09/2026-02-15
last week => 2026-02-02/2026-02-08
this month => 2026-02
last month => 2026-01
next month => 2026-03
this year => 2026
last year => 2025
previous year => 2025
next year => 2027
this quarter => 2026-01/2026-03
last quarter => 2025-10/2025-12
last decade => 2010/2019
this century => 2001/2100
last 3 months => 2025-11-11/2026-02-11
past three months => 2025-11-11/2026-02-11
the past two weeks => 2026-01-28/2026-02-11
past year => 2025-02-11/2026-02-11
last five years => 2021-02-11/2026-02-11
3 days ago => 2026-02-08
a week ago => 2026-02-02/2026-02-08
three months ago => 2025-11
two years ago => 2024
since two years ago => 2024/..
last may => 2025-05
last summer => 2025-06/2025-08
last december => 2025-12
May last year => 2025-05
may of last year => 2025-05
december of this year => 2026-12
since last year => 2025/..
may => 2025-05
January => 2026-01
february => 2026-02
March => 2025-03
7 may => 2025-05-07
11 February => 2026-02-11
12 February => 2025-02-12
29 February => 2024-02-29
Q1 => 2026-01/2026-03
Q2 => 2025-04/2025-06
spring => 2025-03/2025-05
winter => 2025-12/2026-02
may to october => 2025-05/2025-10
november to january => 2025-11/2026-01
decemer => 2025-12
вчера => 2026-02-10
позавчера => 2026-02-09
на прошлой неделе => 2026-02-02/2026-02-08
в этом году => 2026
в прошлом году => 2025
прошлый год => 2025
в позапрошлом году => 2024
в прошлом месяце => 2026-01
за последние три месяца => 2025-11-11/2026-02-11
два года назад => 2024
год назад => 2025
5 дней назад => 2026-02-06
прошлым летом => 2025-06/2025-08
мае прошлого года => 2025-05
с прошлого года => 2025/..
в мае => 2025-05
2 декабря => 2025-12-02
monday => 2026-02-09
on Wednesday => 2026-02-11
last Wednesday => 2026-02-04
last friday => 2026-02-06
this friday => 2026-02-13
next monday => 2026-02-16
в прошлую пятницу => 2026-02-06
во вторник => 2026-02-10
星期一 => 2026-02-09
上周五 => 2026-02-06
昨天 => 2026-02-10
前天 => 2026-02-09
去年 => 2025
今年 => 2026
前年 => 2024
上个月 => 2026-01
本月 => 2026-02
上周 => 2026-02-02/2026-02-08
去年五月 => 2025-05
去年12月2日 => 2025-12-02
过去三个月 => 2025-11-11/2026-02-11
最近3年 => 2023-02-11/2026-02-11
三天前 => 2026-02-08
两年前 => 2024
5月 => 2025-05
12月2日 => 2025-12-02
half a year ago => 2025-08
полгода назад => 2025-08
半年前 => 2025-08
за последние полгода => 2025-08-11/2026-02-11
过去半年 => 2025-08-11/2026-02-11
the week before last => 2026-01-26/2026-02-01
the year before last => 2024
上上周 => 2026-01-26/2026-02-01
大前天 => 2026-02-08
"""

AHEAD = """
in 3 days => 2026-02-14
in three weeks => 2026-03-02/2026-03-08
in a month => 2026-03
in two years => 2028
in half a year => 2026-08
in 3 days' time => 2026-02-14
in a week's time => 2026-02-16/2026-02-22
3 days from now => 2026-02-14
two weeks from today => 2026-02-23/2026-03-01
a year from now => 2027
since in 3 days => 2026-02-14/..
until in two years => ../2028
next week => 2026-02-16/2026-02-22
next month => 2026-03
next quarter => 2026-04/2026-06
next year => 2027
the month after next => 2026-04
the week after next => 2026-02-23/2026-03-01
через 3 дня => 2026-02-14
через неделю => 2026-02-16/2026-02-22
через две недели => 2026-02-23/2026-03-01
через месяц => 2026-03
через полгода => 2026-08
через год => 2027
через 10 лет => 2036
на следующей неделе => 2026-02-16/2026-02-22
в следующем месяце => 2026-03
в будущем году => 2027
3天后 => 2026-02-14
三天后 => 2026-02-14
三天之后 => 2026-02-14
两周后 => 2026-02-23/2026-03-01
一个月后 => 2026-03
半年后 => 2026-08
两年后 => 2028
三年以后 => 2029
下周 => 2026-02-16/2026-02-22
下下周 => 2026-02-23/2026-03-01
下个月 => 2026-03
下季度 => 2026-04/2026-06
明年 => 2027
大后天 => 2026-02-14
5月后 => 2025-06/..
2025年后 => 2026/..
in 99999 years => !leads to the year 102025
через 99999 лет => !leads to the year 102025
3 days from the talks => !'3 days
через 3 дня после визита => !no date
"""

REFUSED = """
08.05.2025 => 2025-05-08|2025-08-05
8.5.2025 => 2025-05-08|2025-08-05
08/05/2025 => 2025-05-08|2025-08-05
08-05-2025 => 2025-05-08|2025-08-05
5/8/25 => 2025-05-08|2025-08-05
05.08.25 => 2025-05-08|2025-08-05
since 08.05.2025 => 2025-05-08/..|2025-08-05/..
с 08.05.2025 => 2025-05-08/..|2025-08-05/..
08.05.2025 г. => 2025-05-08|2025-08-05
01.02.2025 - 03.04.2025 => 2025-01-02/2025-03-04|2025-02-01/2025-04-03
winter 2025 => 2024-12/2025-02|2025-12/2026-02
зимой 2025 года => 2024-12/2025-02|2025-12/2026-02
2025年冬天 => 2024-12/2025-02|2025-12/2026-02
25.12.2025 => 2025-12-25
12/25/2025 => 2025-12-25
12/31/25 => 2025-12-31
05.05.2025 => 2025-05-05
25.12.2025 - 08.01.2026 => 2025-12-25/2026-01-08
25.12.03 => 2003-12-25
25.12.03以来 => 2003-12-25/..|2025-12-03/..
21.03.23 => 2023-03-21
5/8 => 2025-05-08|2025-08-05
25.12 => 2025-12-25
30 February 2025 => !February 2025 has 28 days
29 February 2025 => !February 2025 has 28 days
February 29, 1900 => !February 1900 has 28 days
31 April => !April has 30 days
31.02.2025 => !February 2025 has 28 days
2025-02-30 => !February 2025 has 28 days
2025-13-01 => !no month 13
2025-13 => !no month 13
13.13.2025 => !no month 13
2025年13月 => !no month 13
2025年2月30日 => !February 2025 has 28 days
32 мая 2025 => !May 2025 has 31 days
2025-W60 => !no week 60
2025-W53 => !no week 53
44 BC => !before the common era
500 BCE => !before the common era
44 г. до н. э. => !before the common era
公元前500年 => !before the common era
2025 to 2023 => !turn the two round
between 2025 and 2023 => !turn the two round
2025/2024 => !turn the two round
10 to 5 May 2025 => !turn the two round
after 9999 => !beyond
99999 years ago => !1 to 9999
 => !no date
- => !no date
soon => !no date
Xi => !no date
China => !no date
Sun => !no date
second => !no date
Lavrov => !no date
Theresa May => !'Theresa'
2025 Moscow => !'Moscow'
G20 => !no date
25 => !no date
augusta 2025 => !'augusta'
marsh 2025 => !'marsh'
245 billion => !no date
2023 2024 Taiwan => !'Taiwan'
вторжение => !no date
莫斯科 => !no date
at any time => !no date
"""

#: The day that today is, a text, and what it means then.
OTHER_DAYS = """
2026-01-01 => yesterday => 2025-12-31
2026-01-01 => last week => 2025-12-22/2025-12-28
2026-01-01 => this week => 2025-12-29/2026-01-04
2026-01-01 => last month => 2025-12
2026-01-01 => last quarter => 2025-10/2025-12
2026-01-01 => last year => 2025
2026-01-01 => past month => 2025-12-01/2026-01-01
2026-01-01 => 31 December => 2025-12-31
2026-01-01 => january => 2026-01
2025-12-31 => tomorrow => 2026-01-01
2025-12-31 => next month => 2026-01
2025-12-31 => next week => 2026-01-05/2026-01-11
2025-12-31 => december => 2025-12
2025-12-31 => 1 January => 2025-01-01
2025-12-31 => next year => 2026
2025-12-31 => in 2 days => 2026-01-02
2024-02-29 => a year ago => 2023
2024-02-29 => past year => 2023-02-28/2024-02-29
2024-02-29 => last 4 years => 2020-02-29/2024-02-29
2024-02-29 => yesterday => 2024-02-28
2024-02-29 => tomorrow => 2024-03-01
2024-02-29 => 29 February => 2024-02-29
2024-02-28 => 29 February => 2020-02-29
2025-03-31 => past month => 2025-02-28/2025-03-31
2025-03-31 => last month => 2025-02
2025-03-31 => month ago => !no date
2025-03-31 => a month ago => 2025-02
2024-12-30 => this week => 2024-12-30/2025-01-05
2021-01-03 => this week => 2020-12-28/2021-01-03
2026-05-15 => last may => 2025-05
2026-05-15 => this may => 2026-05
2026-05-15 => next may => 2027-05
2026-05-15 => may => 2026-05
2026-01-15 => winter => 2025-12/2026-02
2026-01-15 => this winter => 2025-12/2026-02
2026-01-15 => last winter => 2024-12/2025-02
2026-07-15 => last winter => 2025-12/2026-02
2026-07-15 => nov to jan => 2025-11/2026-01
2000-12-31 => this century => 1901/2000
2001-01-01 => this century => 2001/2100
2030-01-01 => last decade => 2020/2029
2030-01-01 => 20s => 2020/2029
2019-12-31 => 20s => 1920/1929
2025-12-31 => 05.06.26 => 2026-05-06|2026-06-05
2025-12-31 => Dec '30 => 2030-12
2025-12-31 => Dec '45 => 1945-12
0001-01-01 => yesterday => !1 to 9999
9999-12-31 => next year => !1 to 9999
"""

#: A text behind 'since' and behind 'until', and the range that it bounds.
BOUNDS = """
2023 => 2023/.. => ../2023
may 2025 => 2025-05/.. => ../2025-05
summer 2025 => 2025-06/.. => ../2025-08
Q1 2025 => 2025-01/.. => ../2025-03
last year => 2025/.. => ../2025
last week => 2026-02-02/.. => ../2026-02-08
past three months => 2025-11-11/.. => ../2026-02-11
1990s => 1990/.. => ../1999
2005~ => 2005~/.. => ../2005~
since 2023 => 2023/.. => !says when a range begins
from may 2025 => 2025-05/.. => !says when a range begins
after 2023 => 2024/.. => !says when a range begins
until 2025 => !says when a range ends => ../2025
before 2025 => !says when a range ends => ../2024
до мая 2025 => !says when a range ends => ../2025-05
2025年以前 => !says when a range ends => ../2024
2023 to 2025 => 2023/2025 => 2023/2025
since 2023 until may 2025 => 2023/2025-05 => 2023/2025-05
с 2023 по 2025 год => 2023/2025 => 2023/2025
2023年至2025年 => 2023/2025 => 2023/2025
2001/2005 => 2001/2005 => 2001/2005
20-22 March 2023 => 2023-03-20/2023-03-22 => 2023-03-20/2023-03-22
08.05.2025 => 2025-05-08|2025-08-05 => 2025-05-08|2025-08-05
before 2020 or after 2024 => !leaves no day out => !leaves no day out
30 February 2025 => !February 2025 has 28 days => !February 2025 has 28 days
soon => !no date => !no date
"""

#: A sentence, what its dates mean ('-' for none), and what is left of it.
SENTENCES = """
what happened between may and october 2025 in Moscow | 2025-05/2025-10 | what happened in Moscow
what did Lavrov say last year about Taiwan | 2025 | what did Lavrov say about Taiwan
what did Lavrov say about Taiwan in May? | 2025-05 | what did Lavrov say about Taiwan ?
What happened on 2 December 2025? | 2025-12-02 | What happened ?
what happened on 9 may | 2025-05-09 | what happened
What happened 9 May | 2025-05-09 | What happened
events since 2023 on Ukraine | 2023/.. | events on Ukraine
anything after 2023 | 2024/.. | anything
Wang Yi before 2025 | ../2024 | Wang Yi
timeline of Ukraine until may 2025 | ../2025-05 | timeline of Ukraine
the 2022 invasion of Ukraine | 2022 | invasion of Ukraine
Lavrov 2025 Taiwan | 2025 | Lavrov Taiwan
the May 2025 briefing | 2025-05 | briefing
the events of 2025 | 2025 | the events
in the first half of 2025, what happened? | 2025-01/2025-06 | , what happened?
Q3 2025 events | 2025-07/2025-09 | events
what was said in the 1990s | 1990/1999 | what was said
what was said in the past three months | 2025-11-11/2026-02-11 | what was said
who visited two years ago | 2024 | who visited
this year's events | 2026 | events
since 2023 on Taiwan until 2025 | 2023/2025 | on Taiwan
said in May 2025 and in December 2025 | 2025-05/2025-12 | said and
the visit of 20-22 March 2023 | 2023-03-20/2023-03-22 | the visit
what about 2025 | 2025 | what about
decemer 2025 talks | 2025-12 | talks
in decemer 2025 | 2025-12 |
what happened in the spring | 2025-03/2025-05 | what happened
yesterday in Moscow | 2026-02-10 | in Moscow
what did they say on 2025-12-02? | 2025-12-02 | what did they say ?
from may to october | 2025-05/2025-10 |
Xi in March 2023 | 2023-03 | Xi
trade in 2024 reached 245 billion | 2024 | trade reached 245 billion
25.12.2025 talks | 2025-12-25 | talks
что было в мае 2025 года | 2025-05 | что было
что было в мае? | 2025-05 | что было ?
что говорил Лавров с 2023 года о Тайване | 2023/.. | что говорил Лавров о Тайване
встреча с Лавровым в прошлом году | 2025 | встреча с Лавровым
что произошло 2 декабря | 2025-12-02 | что произошло
что было после 2023 года | 2024/.. | что было
события с мая по октябрь 2025 года | 2025-05/2025-10 | события
заявление от 2 декабря 2025 года | 2025-12-02 | заявление
летом 2025 года в Москве | 2025-06/2025-08 | в Москве
о чём говорили на прошлой неделе | 2026-02-02/2026-02-08 | о чём говорили
8 марта в Пекине | 2025-03-08 | в Пекине
товарооборот за 2024 год | 2024 | товарооборот
в 90-х | 1990/1999 |
2025年5月发生了什么 | 2025-05 | 发生了什么
去年拉夫罗夫说了什么 | 2025 | 拉夫罗夫说了什么
王毅2025年12月2日在莫斯科说了什么 | 2025-12-02 | 王毅 在莫斯科说了什么
2023年以来的事件 | 2023/.. | 的事件
从2023年到2025年发生了什么 | 2023/2025 | 发生了什么
5月有什么事 | 2025-05 | 有什么事
2024年贸易额是多少 | 2024 | 贸易额是多少
上个月王毅去了哪里 | 2026-01 | 王毅去了哪里
what happened early this month | 2026-02 | what happened
what happened in early May | 2025-05 | what happened
Dec. 2 talks | 2025-12-02 | talks
Sep 3 parade | 2025-09-03 | parade
pre-2022 relations | ../2021 | relations
COVID-19 in 2020 | 2020 | COVID-19
May/June 2025 talks | 2025-05/2025-06 | talks
since 2022, has Lavrov spoken? | 2022/.. | , has Lavrov spoken?
what was said on Monday | 2026-02-09 | what was said
自2001年签署条约以来 | 2001/.. | 签署条约以来
2025年底发生了什么 | 2025 | 发生了什么
星期一发生了什么 | 2026-02-09 | 发生了什么
в конце 2025 года | 2025 |
14th Five-Year Plan (2021-2025) | 2021/2025 | 14th Five-Year Plan ( )
May 7, what happened | 2025-05-07 | , what happened
what happened may 9 | 2025-05-09 | what happened
what happened 9 may in Moscow | 2025-05-09 | what happened in Moscow
march 8 | 2025-03-08 |
Ms May in 2025 | 2025 | Ms May
May 9 parade | 2025-05-09 | parade
the 9 May parade | 2025-05-09 | parade
Augusta 2025 | 2025 | Augusta
ISBN 978-2025 | - | ISBN 978-2025
F-2025 jets | - | F-2025 jets
2025年内蒙古发生了什么 | 2025 | 内蒙古发生了什么
2025年起草的文件 | 2025 | 起草的文件
自2023年起 | 2023/.. |
2025年内 | 2025 |
周一良是谁 | - | 周一良是谁
习近平是谁 | - | 习近平是谁
Theresa May said | - | Theresa May said
what did May say about China | - | what did May say about China
what may happen to Taiwan | - | what may happen to Taiwan
may 5 countries join | - | may 5 countries join
who said this may help | - | who said this may help
march on Moscow | - | march on Moscow
who will march in Beijing | - | who will march in Beijing
April Glaspie | - | April Glaspie
letter from June | - | letter from June
who is Xi | - | who is Xi
China and Russia | - | China and Russia
Sun Yat-sen | - | Sun Yat-sen
wait a second | - | wait a second
the second round | - | the second round
how much is 245 billion | - | how much is 245 billion
80th anniversary | - | 80th anniversary
the 20th round of consultation | - | the 20th round of consultation
G20 summit | - | G20 summit
5000 troops in Ukraine | - | 5000 troops in Ukraine
2000 people | - | 2000 people
2014 people were there | - | 2014 people were there
$2025 | - | $2025
1,945 cases | - | 1,945 cases
paragraph 14 | - | paragraph 14
resolution 1973 | - | resolution 1973
article 5 may apply | - | article 5 may apply
article 51 of the charter | - | article 51 of the charter
an article 2023 by Putin | 2023 | an article by Putin
путин статья 2023 | 2023 | путин статья
визит си в марте 23 года | 2023-03 | визит си
визит в марте 23-го | 2023-03 | визит
визит 23 марта | 2025-03-23 | визит
в мае 10 числа | 2025-05-10 | числа
встреча 10 мая 25 года | 2025-05-10 | встреча
встреча 2 декабря 25г | 2025-12-02 | встреча
10-May-25, briefing | 2025-05-10 | , briefing
10 may 25 people came | 2025-05-10 | 25 people came
в 23 году | 2023 |
ему 23 года | - | ему 23 года
в 2023м | 2023 |
this years anniversaries | 2026 | anniversaries
last years trade | 2025 | trade
the last years were hard | - | the last years were hard
5.8 billion | - | 5.8 billion
version 2.10.2025.1 | - | version 2.10.2025.1
192.168.0.1 | - | 192.168.0.1
one of the 27 | - | one of the 27
24/7 support | - | 24/7 support
9/11 attacks | - | 9/11 attacks
ratio 5/8 | - | ratio 5/8
score 3-2 | - | score 3-2
Agenda 2030 | - | Agenda 2030
COVID-19 | - | COVID-19
for 30 years | - | for 30 years
30 years of relations | - | 30 years of relations
in recent years | - | in recent years
on the 2nd | - | on the 2nd
at the end of the day | - | at the end of the day
Black Friday | - | Black Friday
the year of the dragon | - | the year of the dragon
World War 2 | - | World War 2
за 30 лет | - | за 30 лет
30-летие | - | 30-летие
三个国家 | - | 三个国家
prague spring | - | prague spring
the fall of Kabul | - | the fall of Kabul
in the fall of Kabul | - | in the fall of Kabul
the first half of the talks | - | the first half of the talks
a quarter of the trade | - | a quarter of the trade
the last day of the talks | - | the last day of the talks
before the war | - | before the war
from Moscow to Beijing | - | from Moscow to Beijing
since the visit | - | since the visit
next steps | - | next steps
his last words | - | his last words
Марта Иванова | - | Марта Иванова
встреча с Маем | - | встреча с Маем
5000 солдат | - | 5000 солдат
80-я годовщина | - | 80-я годовщина
20-й раунд консультаций | - | 20-й раунд консультаций
последние слова | - | последние слова
一带一路 | - | 一带一路
二十大 | - | 二十大
2000人 | - | 2000人
第20轮磋商 | - | 第20轮磋商
80周年 | - | 80周年
长春 | - | 长春
三天的访问 | - | 三天的访问
what will happen in 3 days | 2026-02-14 | what will happen
what will Lavrov do in two weeks? | 2026-02-23/2026-03-01 | what will Lavrov do ?
in 3 days, who is going to Moscow | 2026-02-14 | , who is going to Moscow
events three days from now | 2026-02-14 | events
what is planned for next month | 2026-03 | what is planned
что будет через 3 дня | 2026-02-14 | что будет
встреча через неделю | 2026-02-16/2026-02-22 | встреча
3天后发生什么 | 2026-02-14 | 发生什么
在三天后举行 | 2026-02-14 | 举行
how did trade grow in 10 years | - | how did trade grow in 10 years
the first visit in two years | - | the first visit in two years
what happened in 3 days of talks | - | what happened in 3 days of talks
what will come of it in 3 days of talks | - | what will come of it in 3 days of talks
the talks three days from the start | - | the talks three days from the start
что было через 3 дня после встречи | - | что было через 3 дня после встречи
через границу | - | через границу
会谈三天后发生了什么 | - | 会谈三天后发生了什么
"""

#: Sentences asked where the names and words of ``KNOWN`` are known, and no others.
KNOWN = """
what did say about happened in who is the of and events talks visit summit said on when was that
lavrov moscow brics wang yi ukraine
"""
NAMES = """
Theresa May 2025 | 2025 | Theresa May
what did Theresa May say in 2025 | 2025 | what did Theresa May say
what did Theresa May 2025 say | 2025 | what did Theresa May say
Fredric March, 2023 | 2023 | Fredric March,
in Theresa May 2025 | 2025 | in Theresa May
Lavrov May 2025 | 2025-05 | Lavrov
Wang Yi May 2025 | 2025-05 | Wang Yi
Events May 2025 | 2025-05 | Events
What happened in Moscow May 2025 | 2025-05 | What happened in Moscow
theresa may 2025 | 2025-05 | theresa
In May 2025 | 2025-05 |
Since May 2025 | 2025-05/.. |
Early May 2025 | 2025-05 |
Smith, May 2025 | 2025-05 | Smith,
Monday May 5 | 2025-05-05 |
October Revolution | - | October Revolution
the October Revolution of 1917 | 1917 | the October Revolution
what did Lavrov say on the October Revolution | - | what did Lavrov say on the October Revolution
February Uprising | - | February Uprising
the October Moscow talks | 2025-10 | Moscow talks
the October BRICS summit | 2025-10 | BRICS summit
October Talks | 2025-10 | Talks
what happened in October Guterres said | 2025-10 | what happened Guterres said
what was said in October? Who is that | 2025-10 | what was said ? Who is that
October 2025 Revolution | 2025-10 | Revolution
"""
