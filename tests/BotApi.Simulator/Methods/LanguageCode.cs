namespace BotApi.Simulator;

/// <summary>The parameter <c>language_code</c>; nothing means all languages.</summary>
internal static class LanguageCode
{
    public static string Read(CallParameters parameters)
    {
        var code = parameters.Text("language_code");
        return code.Length == 0 || (code.Length == 2 && code.All(char.IsAsciiLetterLower))
            ? code
            : throw ApiException.BadRequest("Invalid language code specified");
    }
}
