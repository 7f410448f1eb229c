using System.Collections.Frozen;

namespace Bot.Linguistics;

/// <summary>
/// Tells English, Ukrainian and Russian apart: Latin against Cyrillic by counting letters, then the two Cyrillic languages
/// by letters only one of them has and by words and word parts only one of them uses.
/// </summary>
internal static class LanguageDetector
{
    private const string OnlyUkrainian = "іїєґІЇЄҐ";
    private const string OnlyRussian = "ыэёъЫЭЁЪ";

    private const int LettersEnough = 12;

    private static readonly FrozenSet<string> UkrainianWords = Words(
        "хто кого що чого чому де куди звідки коли як який яка яке які скільки чи це цей ця та але й із зі про від до після бо щоб якщо вже ще дуже також його її вони він вона воно ми ви ти є був була було були буде будуть немає нема треба може можна сказав сказала каже говорив заявив заявила думає вважає хоче робить відбулося сталося зараз сьогодні вчора завтра привіт дякую добрий доброго ранку вечора день прошу розкажи розкажіть поясни допоможи так ні миру мир війна війни україна україни росія росії президент речник кремля зустріч переговори хоч тільки лише навіть вибач вибачте пробач пробачте перепрошую бувай бувайте запитати спитати");

    private static readonly FrozenSet<string> RussianWords = Words(
        "кто кого что чего почему зачем где куда откуда когда как какой какая какое какие сколько ли это этот эта и но или из про от до после потому чтобы если уже еще очень также его ее они он она оно мы вы ты есть был была было были будет будут нет надо нужно может можно сказал сказала говорит говорил заявил заявила думает считает хочет делает произошло случилось сейчас сегодня вчера завтра привет спасибо добрый доброе утро вечер день пожалуйста расскажи расскажите объясни помоги да мира мир война войны украина украины россия россии президент представитель кремля встреча переговоры хоть только лишь даже ответил ответила извини извините прости простите пока спросить");

    private static readonly string[] UkrainianEndings = ["ться", "ють", "ися", "ння", "ття", "ості", "ського", "цька", "ував", "увати", "ймо", "ого", "еться"];
    private static readonly string[] RussianEndings = ["тся", "ются", "ется", "ение", "ания", "ости", "ского", "овал", "овать", "ешь", "ает", "ого", "ился", "илась"];

    /// <summary>Null where the text holds no letters, or none of these alphabets.</summary>
    /// <param name="near">The language of what stands around it; it decides what the text leaves open: «А Трамп?» is both.</param>
    public static Language? Detect(string text, Language near = Language.English)
    {
        var latin = text.Count(char.IsAsciiLetter);
        var cyrillic = text.Count(c => c is >= 'Ѐ' and <= 'ӿ');
        if (latin + cyrillic == 0) return null;
        // A Cyrillic question that names "NATO" or "Starlink" is still a Cyrillic question.
        return cyrillic * 2 < latin ? Language.English : Cyrillic(text, near);
    }

    private static Language Cyrillic(string text, Language near)
    {
        var letters = text.Count(char.IsLetter);
        // Hardly a Ukrainian sentence does without і, ї and є.
        var balance = letters >= LettersEnough && !text.Any(c => OnlyUkrainian.Contains(c)) ? -1 : 0;
        balance += 4 * (text.Count(c => OnlyUkrainian.Contains(c)) - text.Count(c => OnlyRussian.Contains(c)));
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (UkrainianWords.Contains(token.Word)) balance += 2;
            if (RussianWords.Contains(token.Word)) balance -= 2;
            if (HasApostrophe(text, token.Span)) balance += 4;
            if (UkrainianEndings.Any(ending => token.Word.EndsWith(ending, StringComparison.Ordinal))) balance++;
            if (RussianEndings.Any(ending => token.Word.EndsWith(ending, StringComparison.Ordinal))) balance--;
        }
        balance += near switch { Language.Ukrainian => 1, Language.Russian => -1, _ => 0 };
        return balance > 0 || balance == 0 && near is not Language.Russian ? Language.Ukrainian : Language.Russian;
    }

    private static bool HasApostrophe(string text, TextSpan word)
    {
        for (var at = word.Start; at < word.End; at++)
        {
            if (Tokenizer.IsApostrophe(text[at])) return true;
        }
        return false;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet();
}
