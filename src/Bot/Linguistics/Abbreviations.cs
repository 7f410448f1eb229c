using System.Collections.Frozen;

namespace Bot.Linguistics;

/// <summary>What a full stop after an abbreviation says about the end of its sentence, in the three languages.</summary>
internal static class Abbreviations
{
    /// <summary>Stand before what they belong to, so a sentence never ends with them: "Dr. Smith", «вул. Хрещатик», «см. выше».</summary>
    private static readonly FrozenSet<string> BeforeItsWord = Words(
        "mr mrs ms dr prof gen col lt sgt capt maj adm sen rep gov pres st rev hon v vs viz fig eq approx est e.g i.e cf al no nos vol pp art ch sec",
        "вул ул м обл див напр ім проф акад ген полк лейт кап тов гр просп пр бул буд кв пл св о т зв тзв чл кор ред пор зб пп п ч зав заст гол",
        "см напр им проф акад ген полк лейт кап тов гр просп пр бул д кв пл св о т н тн е к чл корр ред ср сб пп п ч зав зам гл ул г с стр рис табл");

    /// <summary>May end a sentence; a capital letter after them begins the next one.</summary>
    private static readonly FrozenSet<string> MayEnd = Words(
        "etc inc ltd co corp jr sr",
        "тис млн млрд трлн грн коп рр ін тд тп год хв сек кг км",
        "тыс млн млрд трлн руб коп гг др тд тп час мин сек кг км");

    /// <summary>Before a number they belong to it ("No. 5", "Jan. 6", «ст. 17»); otherwise they may end a sentence.</summary>
    private static readonly FrozenSet<string> BeforeNumber = Words(
        "jan feb mar apr jun jul aug sep sept oct nov dec p", "ст", "ст");

    /// <summary>A year or a river, a year or a city: after a number «р.» and «г.» are years.</summary>
    private static readonly FrozenSet<string> YearAfterNumber = Words("р", "г", "рік");

    /// <summary>Words that begin a sentence and hardly ever a name, so that "in the U.S. The minister" is two sentences.</summary>
    private static readonly FrozenSet<string> SentenceStarters = Words(
        "the a an he she it they we i you this that these those in on at for as if when while after before but however and or so his her their its our there meanwhile although since now by with from under what who why how no yes not",
        "він вона воно вони ми ви я це ця ці той та але однак проте у в на за про після до коли якщо його її їх там тут тоді потім також",
        "он она оно они мы вы я это эта эти тот но однако в на за о об после до когда если его ее их там тут тогда потом также");

    public enum Role
    {
        None,
        BeforeItsWord,
        MayEnd,
        BeforeNumber,
        Year,
    }

    public static Role RoleOf(string word, bool afterNumber) => word switch
    {
        _ when YearAfterNumber.Contains(word) => afterNumber ? Role.Year : Role.BeforeItsWord,
        _ when BeforeNumber.Contains(word) => Role.BeforeNumber,
        _ when MayEnd.Contains(word) => Role.MayEnd,
        _ when BeforeItsWord.Contains(word) => Role.BeforeItsWord,
        _ => Role.None,
    };

    public static bool StartsSentence(string word) => SentenceStarters.Contains(word.ToLowerInvariant());

    private static FrozenSet<string> Words(params string[] lists) =>
        lists.SelectMany(list => list.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
