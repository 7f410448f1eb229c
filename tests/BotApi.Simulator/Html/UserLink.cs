namespace BotApi.Simulator;

/// <summary>Links of the form <c>tg://user?id=123</c>, which mention a user.</summary>
internal static class UserLink
{
    private const long MaxUserId = (1L << 40) - 1;

    public static bool TryGetUserId(string url, out long userId)
    {
        userId = 0;
        var rest = Ascii.Lower(url);
        if (!Skip(ref rest, "tg:"))
        {
            return false;
        }

        Skip(ref rest, "//");
        if (!Skip(ref rest, "user"))
        {
            return false;
        }

        Skip(ref rest, "/");
        if (!Skip(ref rest, "?"))
        {
            return false;
        }

        var id = rest.Split('#')[0].Split('&').FirstOrDefault(part => part.Split('=')[0] == "id");
        return id is not null && id.Contains('=')
            && LenientInteger.TryExact(id[(id.IndexOf('=') + 1)..], out userId)
            && userId is > 0 and <= MaxUserId;
    }

    private static bool Skip(ref string text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[prefix.Length..];
        return true;
    }
}
