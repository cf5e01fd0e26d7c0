# Counts R1-R3 from Asterisk's own logs by docs/figures.md, for whoever does not believe the program.
# Shares no line with it: whole logs in memory, sorted, nothing streamed.
#
#   { gzip -cdf Master.csv*; printf '\002\n'
#     { gzip -cdf queue_log?*; gzip -cdf queue_log; printf '\001\n'; } | sort -s -t '|' -k 1,1n
#   } | TZ=Europe/Warsaw awk -v MONTH=2026-10 -f counter.awk
#
# Queue nis2 rings 15 s, all others 20 s; T = 30 s, short = 5 s, S = 10 s. Others by -v RINGS=queue:seconds,queue:seconds,
# -v SHORT=seconds, -v EARLY=seconds.

BEGIN {
    if (SHORT == "") SHORT = 5
    if (EARLY == "") EARLY = 10
    rings = split(RINGS == "" ? "nis2:15" : RINGS, RING, ",")
    for (i = 1; i <= rings; i++) { split(RING[i], one, ":"); ringOf[one[1]] = one[2] * 1000 }
}

function epoch(clock,    p, y, m, d) { # "2026-11-23 09:00:00" in UTC
    split(clock, p, /[- :]/); y = p[1] - (p[2] <= 2); m = (p[2] + 9) % 12
    d = int((153 * m + 2) / 5) + p[3] - 1 + 365 * y + int(y / 4) - int(y / 100) + int(y / 400) - 719468
    return d * 86400 + p[4] * 3600 + p[5] * 60 + p[6]
}
function csv(text,    n, field) { # into F
    n = 0
    while (text != "") {
        if (substr(text, 1, 1) == "\"") { match(text, /^"([^"]|"")*"/); field = substr(text, 2, RLENGTH - 2) }
        else { match(text, /^[^,]*/); field = substr(text, 1, RLENGTH) }
        F[++n] = field; text = substr(text, RLENGTH + 2)
    }
    return n
}
function dayOf(t) { return strftime("%Y-%m-%d", t) }
function note(day, name, n) { sum[day, name] += n; if (substr(day, 1, 7) == MONTH) sum["total", name] += n }
function wait(day, name, w) {
    W[day, name, ++N[day, name]] = w
    if (substr(day, 1, 7) == MONTH) W["total", name, ++N["total", name]] = w
}
function rank(day, name, percent,    n, i, j, w, r) {
    n = N[day, name] + 0
    if (n == 0) return "null"
    for (i = 1; i <= n; i++) { # insertion into S
        w = W[day, name, i]; for (j = i; j > 1 && S[j - 1] > w; j--) S[j] = S[j - 1]; S[j] = w
    }
    r = int((n * percent + 99) / 100)
    return S[r]
}
function mean(day, name,    n, i, total) {
    n = N[day, name] + 0; total = 0
    for (i = 1; i <= n; i++) total += W[day, name, i]
    return n == 0 ? "null" : int((2 * total + n) / (2 * n))
}
function waits(day, name) {
    return mean(day, name) "/" rank(day, name, 50) "/" rank(day, name, 90) "/" rank(day, name, 100)
}
function put(day,    i, text) {
    text = day
    for (i = 1; i <= names; i++) text = text " " NAME[i] "=" sum[day, NAME[i]] + 0
    print text " waitAnswered=" waits(day, "answered") " waitAbandoned=" waits(day, "abandoned")
}

/^\002$/ { isLog = 1; next }
/\001$/ { next } # no line end where the file ended: cut short

!isLog {
    if (csv($0) < 20) next
    start = epoch(F[10])
    linked[F[17]] = F[20]
    if (F[1] == "infolinia-in" && (!(F[20] in first) || start < first[F[20]])) first[F[20]] = start
    next
}
seen[$0]++ { next }
{ split($0, L, "|"); t = L[1]; c = L[2] in linked ? linked[L[2]] : L[2]; q = L[3]; who = q "|" L[4]; e = L[5] }
e == "QUEUESTART" { for (c in line) closed[c] = 1; next }
c in closed { next }
c != "NONE" { line[c] = 1 }
e == "ENTERQUEUE" { if (!(c in entered)) entered[c] = t; inQueue[c] = 1 }
e == "CONNECT" { if (!(c in connected)) connected[c] = t; inQueue[c] = 0; since[c, who] = t }
e == "ABANDON" || e == "EXITWITHTIMEOUT" || e == "EXITWITHKEY" || e == "EXITEMPTY" || e == "WITHDRAW" || e == "SYSCOMPAT" {
    left[c] = t; how[c] = e; inQueue[c] = 0
}
e ~ /^COMPLETE|TRANSFER$/ {
    if ((c, who) in since) talk[c] += t - since[c, who] # else its CONNECT was torn
    if (e == "COMPLETEAGENT") {
        hangUp[c, ++hangUps[c]] = t; hungUpBy[c, hangUps[c]] = who; soon[c, hangUps[c]] = t - since[c, who] <= EARLY
    }
}
e == "LINELOST" { loss[c, ++losses[c]] = t; lossOf[c, losses[c]] = who }
e == "AGENTDUMP" { dumps[c]++ }
e == "RINGNOANSWER" {
    if (L[6] + 0 >= (q in ringOf ? ringOf[q] : 20000)) missed[c]++
    else { cut[c, ++cuts[c]] = t; cutIn[c, cuts[c]] = q }
}
e == "EXITWITHTIMEOUT" { out[c, ++outs[c]] = t; outOf[c, outs[c]] = q }
e == "CALLBACK" { callBack[c] = 1 }
e == "CLOSED" { turned[c] = 1 }
e == "LEFTIVR" { ivr[c] = 1 }
e == "REFUSED" { full[c] = 1 }
{ if (c != "NONE" && !(c in firstLine)) firstLine[c] = t }

END {
    names = split("received closedHours leftInIvr refused offered answered abandoned abandonedShort timedOut exitedByKey removed " \
        "talkSeconds droppedByConsultant rejectedOffers rejectedCalls missedOffers dumped hungUpEarly endedByConsultant", NAME, " ")
    for (c in first) note(dayOf(first[c]), "received", 1)
    for (c in line) {
        if (c in callBack) continue
        day = dayOf(c in first ? first[c] : firstLine[c])
        if (!(c in entered)) {
            if (c in full) note(day, "refused", 1)
            else if (c in turned) note(day, "closedHours", 1)
            else if (c in ivr) note(day, "leftInIvr", 1)
            continue
        }
        note(day, "offered", 1)
        if (c in connected) { note(day, "answered", 1); wait(day, "answered", connected[c] - entered[c]) }
        else if (inQueue[c]) note(day, "removed", 1)
        else if (how[c] == "ABANDON") {
            w = left[c] - entered[c]; note(day, "abandoned", 1); wait(day, "abandoned", w)
            if (w <= SHORT) note(day, "abandonedShort", 1)
        }
        else if (how[c] == "EXITWITHTIMEOUT") note(day, "timedOut", 1)
        else if (how[c] == "EXITWITHKEY") note(day, "exitedByKey", 1)
        else note(day, "removed", 1)
        rejected = 0
        for (i = 1; i <= cuts[c]; i++) {
            byTimeout = 0
            for (j = 1; j <= outs[c]; j++) {
                gap = cut[c, i] - out[c, j]
                if (outOf[c, j] == cutIn[c, i] && gap >= -1 && gap <= 1) byTimeout = 1
            }
            if (byTimeout) missed[c]++; else rejected++
        }
        agentEnded = early = 0; split("", lossUsed)
        for (i = 1; i <= hangUps[c]; i++) {
            isLoss = 0
            for (j = 1; j <= losses[c] && !isLoss; j++) {
                gap = hangUp[c, i] - loss[c, j]
                if (!(j in lossUsed) && lossOf[c, j] == hungUpBy[c, i] && gap >= -5 && gap <= 1) isLoss = lossUsed[j] = 1
            }
            if (!isLoss) { agentEnded++; early += soon[c, i] }
        }
        note(day, "talkSeconds", talk[c]); note(day, "rejectedOffers", rejected); note(day, "rejectedCalls", rejected > 0)
        note(day, "missedOffers", missed[c]); note(day, "dumped", dumps[c]); note(day, "hungUpEarly", early)
        note(day, "endedByConsultant", agentEnded)
        note(day, "droppedByConsultant", rejected + dumps[c] + early > 0)
    }
    for (d = 1; d <= 31; d++) { day = sprintf("%s-%02d", MONTH, d); put(day) }
    put("total")
}
