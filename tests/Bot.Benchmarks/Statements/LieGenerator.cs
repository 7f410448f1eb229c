using System.Text.RegularExpressions;

namespace Bot.Benchmarks.Statements;

/// <summary>
/// Makes lies of true sentences, one of each kind that a sentence lends itself to, the same on every machine. Its words are
/// its own: it shares nothing with the checker that is to catch them.
/// </summary>
internal sealed partial class LieGenerator(IReadOnlyList<StatementCase> honest)
{
    private readonly ILookup<string, StatementCase> byDocument = honest.ToLookup(one => one.Document.Id + one.Document.Language);

    public IEnumerable<StatementCase> Generate() => honest.SelectMany(one => Lies(one).Where(lie => lie.Text != one.Text).Select(lie => lie with { Id = $"{lie.Kind}-{one.Language}-{one.Id}", Honest = false }));

    private IEnumerable<StatementCase> Lies(StatementCase one)
    {
        var pick = new Random(StableHash(one.Text));
        (string Kind, string? Text)[] told =
        [
            ("number", Number(one, pick)), ("date", Date(one, pick)), ("name", Name(one, pick)), ("entity", Entity(one, pick)), ("unit", Swapped(one, Words.Units)),
            ("negation", Negation(one)), ("modality", Swapped(one, Words.Modality)), ("quote", Quote(one, pick)),
        ];
        foreach (var (kind, text) in told)
        {
            if (text is not null) yield return one with { Kind = kind, Text = text };
        }
        if (Number(one, pick) is { } invented) yield return one with { Kind = "invented-citation", Text = invented, Quotes = [invented] };
        if (Speaker(one, pick) is var (said, speaker)) yield return one with { Kind = "speaker", Text = said, Speaker = speaker };
        if (one.Kind == "verbatim" && Merged(one) is var (merged, other)) yield return one with { Kind = "merged", Text = merged, Quotes = [one.Text, other] };
    }

    private static string? Number(StatementCase one, Random pick)
    {
        var numbers = Digits().Matches(one.Text).Where(match => !IsYear(match.Value)).ToList();
        if (numbers.Count > 0)
        {
            var number = numbers[pick.Next(numbers.Count)];
            var digits = number.Value.ToCharArray();
            var at = Array.FindIndex(digits, char.IsDigit);
            digits[at] = digits[at] == '9' ? '4' : (char)(digits[at] + 1);
            return Contains(one, new string(digits)) ? null : Put(one.Text, number, new string(digits));
        }
        return Swapped(one, Words.Numbers);
    }

    private static string? Date(StatementCase one, Random pick)
    {
        if (Swapped(one, Words.Months) is { } month) return month;
        if (Swapped(one, Words.Weekdays) is { } weekday) return weekday;
        if (Digits().Matches(one.Text).FirstOrDefault(match => IsYear(match.Value)) is not { } year) return null;
        var other = $"{int.Parse(year.Value, System.Globalization.CultureInfo.InvariantCulture) - pick.Next(1, 9)}";
        return Contains(one, other) ? null : Put(one.Text, year, other);
    }

    /// <summary>Another person of the document, or one of the list, in place of a name of two words.</summary>
    private static string? Name(StatementCase one, Random pick)
    {
        var names = FullName().Matches(one.Text).Where(match => match.Index > 0 && !Words.NoNames.Any(match.Value.Contains)).ToList();
        if (names.Count == 0 || one.Language != "en") return null;
        var others = FullName().Matches(one.Document.Text).Select(match => match.Value).Concat(Words.People).Where(name => !one.Text.Contains(name.Split(' ')[1], StringComparison.Ordinal) && !Words.NoNames.Any(name.Contains)).Distinct().ToList();
        return others.Count == 0 ? null : Put(one.Text, names[pick.Next(names.Count)], others[pick.Next(others.Count)]);
    }

    private static string? Entity(StatementCase one, Random pick)
    {
        foreach (var forms in Words.Places.Where(forms => forms.Language == one.Language))
        {
            var named = forms.Names.Where(name => Whole(name).IsMatch(one.Text)).ToList();
            var others = forms.Names.Where(name => !one.Text.Contains(name[..^1], StringComparison.Ordinal)).ToList();
            if (named.Count > 0 && others.Count > 0) return Whole(named[0]).Replace(one.Text, others[pick.Next(others.Count)], 1);
        }
        return null;
    }

    private static string? Negation(StatementCase one)
    {
        if (Swapped(one, Words.Antonyms) is { } turned) return turned;
        if (one.Language == "en") return EnglishNot().IsMatch(one.Text) ? EnglishNot().Replace(one.Text, "$1", 1) : EnglishAuxiliary().IsMatch(one.Text) ? EnglishAuxiliary().Replace(one.Text, "$1 not", 1) : null;
        return CyrillicNot().IsMatch(one.Text) ? CyrillicNot().Replace(one.Text, " ", 1) : CyrillicVerb().IsMatch(one.Text) ? CyrillicVerb().Replace(one.Text, " не $1", 1) : null;
    }

    /// <summary>Four words in a row in quotation marks, one of them another word of the document.</summary>
    private static string? Quote(StatementCase one, Random pick)
    {
        if (one.Text.IndexOfAny(['"', '“', '«', '„', '`']) >= 0) return null;
        var words = LongWord().Matches(one.Text).ToList();
        var others = LongWord().Matches(one.Document.Text).Select(match => match.Value).Where(word => char.IsLower(word[0]) && IsCyrillic(word) == one.Language is not "en" && !one.Text.Contains(word[..4], StringComparison.OrdinalIgnoreCase)).ToList();
        if (words.Count < 4 || others.Count == 0) return null;
        var (first, last) = (words[1], words[3]);
        var quoted = one.Text[first.Index..(last.Index + last.Length)].Replace(words[2].Value, others[pick.Next(others.Count)], StringComparison.Ordinal);
        var (open, close) = one.Language == "en" ? ("“", "”") : ("«", "»");
        return one.Text[..first.Index] + open + quoted + close + one.Text[(last.Index + last.Length)..];
    }

    private static (string Text, string Speaker)? Speaker(StatementCase one, Random pick)
    {
        if (Saying().Match(one.Text) is not { Success: true } saying) return null;
        var others = (one.Language == "en" ? Words.People : Words.CyrillicPeople).Where(name => !one.Text.Contains(name.Split(' ')[^1], StringComparison.Ordinal)).ToList();
        var other = others[pick.Next(others.Count)];
        return (one.Text[..saying.Groups["who"].Index] + other + one.Text[(saying.Groups["who"].Index + saying.Groups["who"].Length)..], other);
    }

    /// <summary>The subject of another sentence of the document does what this sentence tells.</summary>
    private (string Text, string Other)? Merged(StatementCase one)
    {
        if (Subject().Match(one.Text) is not { Success: true } subject) return null;
        foreach (var other in byDocument[one.Document.Id + one.Document.Language])
        {
            if (Subject().Match(other.Text) is { Success: true } another && another.Value != subject.Value && !one.Text.Contains(another.Groups["name"].Value, StringComparison.Ordinal) && !other.Text.Contains(subject.Groups["name"].Value, StringComparison.Ordinal))
                return (another.Value + one.Text[subject.Length..], other.Text);
        }
        return null;
    }

    private static string? Swapped(StatementCase one, IEnumerable<(string Language, string From, string To)> swaps)
    {
        foreach (var (language, from, to) in swaps)
        {
            if (language != one.Language) continue;
            if (Whole(from).Match(one.Text) is { Success: true } found && (to.Length == 0 || !Whole(to).IsMatch(one.Text))) return Put(one.Text, found, to).Replace("  ", " ", StringComparison.Ordinal);
        }
        return null;
    }

    private static bool Contains(StatementCase one, string number) => Digits().Matches(one.Text).Any(match => match.Value == number);

    private static bool IsYear(string digits) => digits.Length == 4 && digits[0] is '1' or '2' && digits.All(char.IsDigit);

    private static string Put(string text, Match place, string words) => text[..place.Index] + words + text[(place.Index + place.Length)..];

    private static Regex Whole(string words) => new($@"(?<![\p{{L}}\d-]){Regex.Escape(words)}(?![\p{{L}}\d-])");

    private static bool IsCyrillic(string word) => word[0] is >= 'Ѐ' and <= 'ӿ';

    private static int StableHash(string text) => text.Aggregate(17, (hash, c) => unchecked(hash * 31 + c));

    [GeneratedRegex(@"(?<![\p{L}\d.,-])\d+(?:[.,]\d+)*(?![\p{L}\d-])")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{3,}(?!\p{L}| \p{Lu})")]
    private static partial Regex FullName();

    [GeneratedRegex(@"\b(is|are|was|were|has|have|had|can|could|will|would|did|does|do) not\b")]
    private static partial Regex EnglishNot();

    [GeneratedRegex(@"\b(is|are|was|were|has been|have been|had been|can|could|will|would)\b(?! not)")]
    private static partial Regex EnglishAuxiliary();

    [GeneratedRegex(@" не (?=\p{Ll})")]
    private static partial Regex CyrillicNot();

    [GeneratedRegex(@" (\p{Ll}{4,}(?:ал|ил|ел|ала|ила|ела|али|или|ело|ает|яет|ует|ают|уют|ив|ав|алась|илась|ался|ился|ється|уються|ають))(?=[ ,.])")]
    private static partial Regex CyrillicVerb();

    [GeneratedRegex(@"(?<!\p{L})\p{L}{5,}(?!\p{L})")]
    private static partial Regex LongWord();

    [GeneratedRegex(@"(?<who>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*) (?:said|stated|told|argued|claimed|announced|added|noted|wrote|declared|warned|insisted|заявил|заявила|сказал|сказала|сообщил|сообщила|отметил|отметила|написал|заявив|сказав|повідомив|повідомила|зазначив|зазначила|додав|додала)\b")]
    private static partial Regex Saying();

    [GeneratedRegex(@"^(?:The |Mr |Mrs )?(?!(?:It|He|She|They|This|That|These|Those|There|We|You|Who|What|Он|Она|Оно|Они|Это|Він|Вона|Вони|Це)\b)(?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)(?= (?:\p{Ll}+ed|was|were|is|are|has|had|became|took|said|made|won|went|began|led|\p{Ll}+л|\p{Ll}+ла|\p{Ll}+ли|\p{Ll}+в|\p{Ll}+ет|является|стал|стала)\b)")]
    private static partial Regex Subject();

    private static class Words
    {
        public static readonly string[] NoNames = ["United", "New", "North", "South", "West", "East", "World", "War", "University", "Street", "River", "Lake", "Bowl", "Super", "City", "Park", "State", "Party", "Church", "Empire"];
        public static readonly string[] People = ["Martin Keller", "Laura Benson", "Peter Novak", "Alice Drummond", "Viktor Hansen", "Maria Castillo", "Thomas Wells", "Ingrid Solberg"];
        public static readonly string[] CyrillicPeople = ["Ткачук", "Савченко", "Морозов", "Олексенко", "Лукин", "Гнатюк"];

        public static readonly (string Language, string[] Names)[] Places =
        [
            ("en", ["France", "Germany", "Russia", "Ukraine", "England", "China", "Japan", "Italy", "Spain", "India", "Canada", "Poland", "Turkey", "Egypt", "Kenya", "Mexico", "Brazil", "Australia", "Hungary", "Sweden"]),
            ("en", ["London", "Paris", "Berlin", "Moscow", "Kyiv", "Rome", "Vienna", "Warsaw", "Brussels", "Madrid", "Beijing", "Tokyo", "Boston", "Chicago"]),
            ("en", ["French", "German", "Russian", "Ukrainian", "British", "Chinese", "Japanese", "Italian", "Spanish", "Polish", "Turkish"]),
            ("ru", ["Россия", "Украина", "Франция", "Германия", "Англия", "Италия", "Испания", "Турция", "Швеция", "Япония"]),
            ("ru", ["России", "Украины", "Франции", "Германии", "Англии", "Италии", "Испании", "Турции", "Польши", "Японии"]),
            ("ru", ["Лондоне", "Париже", "Берлине", "Киеве", "Риме", "Вене", "Варшаве", "Брюсселе", "Мадриде"]),
            ("uk", ["Росія", "Україна", "Франція", "Німеччина", "Англія", "Італія", "Іспанія", "Туреччина"]),
            ("uk", ["Росії", "України", "Франції", "Німеччини", "Англії", "Італії", "Польщі", "Туреччини"]),
            ("uk", ["Києві", "Харкові", "Одесі", "Львові", "Варшаві", "Брюсселі", "Парижі", "Берліні"]),
        ];

        public static readonly (string, string, string)[] Months =
        [
            .. Cycle("en", "January February March April May June July August September October November December"),
            .. Cycle("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
            .. Cycle("uk", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
        ];

        public static readonly (string, string, string)[] Weekdays =
        [
            .. Cycle("en", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"), .. Cycle("ru", "понедельник вторник четверг воскресенье"), .. Cycle("uk", "понеділок вівторок четвер"),
        ];

        public static readonly (string, string, string)[] Numbers =
        [
            .. Cycle("en", "two three four five six seven eight nine ten eleven twelve"), .. Cycle("en", "third fourth fifth sixth"), .. Cycle("en", "twenty thirty forty fifty sixty"),
            .. Cycle("ru", "два три четыре"), .. Cycle("ru", "пять шесть семь восемь девять десять"), .. Cycle("uk", "два три чотири"), .. Cycle("uk", "п'ять шість сім вісім"), .. Cycle("ru", "двух трех четырех"), .. Cycle("uk", "двох трьох чотирьох"),
        ];

        public static readonly (string, string, string)[] Units =
        [
            .. Both("en", "million", "billion"), .. Both("en", "kilometres", "metres"), .. Both("en", "km", "miles"), .. Both("en", "kilometers", "miles"), .. Both("en", "miles", "kilometres"), .. Both("en", "hours", "days"), .. Both("en", "weeks", "months"), .. Both("en", "years", "months"),
            .. Both("en", "dollars", "euros"), .. Both("en", "feet", "metres"), .. Both("en", "pounds", "kilograms"), .. Both("en", "minutes", "hours"), .. Both("en", "tons", "kilograms"),
            .. Both("ru", "миллионов", "миллиардов"), .. Both("ru", "километров", "метров"), .. Both("ru", "км", "миль"), .. Both("ru", "часов", "дней"), .. Both("ru", "лет", "месяцев"), .. Both("ru", "долларов", "евро"), .. Both("ru", "недель", "месяцев"), .. Both("ru", "года", "месяца"),
            .. Both("uk", "мільйонів", "мільярдів"), .. Both("uk", "кілометрів", "метрів"), .. Both("uk", "годин", "днів"), .. Both("uk", "років", "місяців"), .. Both("uk", "доларів", "євро"), .. Both("uk", "гривень", "доларів"),
        ];

        public static readonly (string, string, string)[] Antonyms =
        [
            .. Both("en", "increased", "decreased"), .. Both("en", "agreed", "refused"), .. Both("en", "confirmed", "denied"), .. Both("en", "accepted", "rejected"), .. Both("en", "won", "lost"), .. Both("en", "allowed", "banned"), .. Both("en", "supported", "opposed"), .. Both("en", "before", "after"), .. Both("en", "highest", "lowest"), .. Both("en", "largest", "smallest"), .. Both("en", "failed to", "managed to"), .. Both("en", "never", "always"),
            .. Both("ru", "согласился", "отказался"), .. Both("ru", "увеличился", "уменьшился"), .. Both("ru", "поддержал", "отверг"), .. Both("ru", "разрешил", "запретил"), .. Both("ru", "победил", "проиграл"),
            .. Both("uk", "погодився", "відмовився"), .. Both("uk", "підтвердив", "заперечив"), .. Both("uk", "підтримав", "відкинув"), .. Both("uk", "дозволив", "заборонив"),
        ];

        public static readonly (string, string, string)[] Modality =
        [
            ("en", "may have", "has"), ("en", "might have", "has"), ("en", "may be", "is"), ("en", "might be", "is"), ("en", "could be", "is"), ("en", "may", "will"), ("en", "might", "will"), ("en", "could", "did"), ("en", "can", "will always"), ("en", "is expected to", "will"), ("en", "are expected to", "will"), ("en", "plans to", "has begun to"), ("en", "planned to", "managed to"), ("en", "wants to", "is going to"), ("en", "wanted to", "managed to"), ("en", "tried to", "managed to"), ("en", "attempted to", "managed to"), ("en", "proposed to", "decided to"), ("en", "asked for", "received"), ("en", "offered", "gave"), ("en", "allegedly", ""), ("en", "reportedly", ""), ("en", "probably", "certainly"), ("en", "likely", "certainly"), ("en", "possibly", "certainly"), ("en", "should", "does"), ("en", "intended to", "managed to"), ("en", "considered", "adopted"),
            ("ru", "может быть", "является"), ("ru", "может", "будет"), ("ru", "могут", "будут"), ("ru", "возможно", "несомненно"), ("ru", "вероятно", "несомненно"), ("ru", "планирует", "начал"), ("ru", "хотел", "смог"), ("ru", "пытался", "сумел"), ("ru", "якобы", ""), ("ru", "предложил", "решил"), ("ru", "попросил", "получил"),
            ("uk", "може бути", "є"), ("uk", "може", "буде"), ("uk", "можуть", "будуть"), ("uk", "можливо", "безперечно"), ("uk", "ймовірно", "безперечно"), ("uk", "планує", "почав"), ("uk", "планують", "почали"), ("uk", "хоче", "вже почав"), ("uk", "нібито", ""), ("uk", "пропонує", "вирішив"), ("uk", "намагався", "зумів"),
        ];

        private static IEnumerable<(string, string, string)> Cycle(string language, string words)
        {
            var all = words.Split(' ');
            return all.Select((word, at) => (language, word, all[(at + 1) % all.Length]));
        }

        private static IEnumerable<(string, string, string)> Both(string language, string one, string other) => [(language, one, other), (language, other, one)];
    }
}
