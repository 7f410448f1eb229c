namespace Bot.Linguistics;

/// <summary>
/// British spellings as American ones, so that "naturalised", "defence" and "centre" meet "naturalized", "defense" and
/// "center". From https://en.wikipedia.org/wiki/American_and_British_English_spelling_differences. What it makes of a word that
/// has one spelling only ("surprise") is no word, and the same in every text.
/// </summary>
internal static class AmericanSpelling
{
    private const int ShortestBeforeIse = 3;

    private static readonly (string British, string American)[] Beginnings =
    [
        ("colour", "color"), ("labour", "labor"), ("harbour", "harbor"), ("favour", "favor"), ("behaviour", "behavior"), ("neighbour", "neighbor"),
        ("honour", "honor"), ("armour", "armor"), ("rumour", "rumor"), ("humour", "humor"), ("endeavour", "endeavor"), ("vapour", "vapor"), ("saviour", "savior"),
        ("centre", "center"), ("metre", "meter"), ("kilometre", "kilometer"), ("millimetre", "millimeter"), ("theatre", "theater"), ("litre", "liter"), ("calibre", "caliber"), ("sabre", "saber"),
        ("defence", "defense"), ("offence", "offense"), ("licence", "license"), ("pretence", "pretense"), ("programme", "program"), ("dialogue", "dialog"), ("catalogue", "catalog"),
        ("cheque", "check"), ("grey", "gray"), ("aeroplane", "airplane"), ("tyre", "tire"), ("plough", "plow"), ("manoeuvre", "maneuver"), ("sceptic", "skeptic"), ("ageing", "aging"),
        ("travell", "travel"), ("cancell", "cancel"), ("fuell", "fuel"), ("signall", "signal"), ("labell", "label"), ("modell", "model"), ("shrivell", "shrivel"),
    ];

    private static readonly (string British, string American)[] Endings =
        [("ise", "ize"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"), ("isation", "ization"), ("isations", "izations"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing")];

    /// <param name="word">Latin, in lower case.</param>
    public static string Of(string word)
    {
        foreach (var (british, american) in Beginnings)
        {
            if (word.StartsWith(british, StringComparison.Ordinal)) return american + word[british.Length..];
        }
        foreach (var (british, american) in Endings)
        {
            if (word.Length >= british.Length + ShortestBeforeIse && word.EndsWith(british, StringComparison.Ordinal)) return word[..^british.Length] + american;
        }
        return word;
    }
}
