using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>Reads one setting by name and checks it. Every method throws <see cref="SettingsException"/> for a value that cannot be used.</summary>
internal sealed partial class SettingValues(IConfiguration configuration)
{
    private const int LargestCount = 1_000_000;

    /// <summary>A bot's token, or empty.</summary>
    public string Token(string name)
    {
        var token = configuration[name]?.Trim() ?? "";
        return token.Length == 0 || TokenShape().IsMatch(token)
            ? token
            : throw new SettingsException($"{name} is not a bot's token (its value is not shown); one looks like 123456789:AbC-dEf_gHi, as BotFather gives it");
    }

    /// <summary>The secret that comes with each update Telegram posts, or empty.</summary>
    public string WebhookSecret(string name)
    {
        var secret = configuration[name]?.Trim() ?? "";
        return secret.Length == 0 || SecretShape().IsMatch(secret)
            ? secret
            : throw new SettingsException($"{name} cannot be used (its value is not shown); 16 to 256 letters, digits, _ or - are expected");
    }

    /// <summary>Any text, or empty.</summary>
    public string Text(string name) => configuration[name]?.Trim() ?? "";

    public Uri? Address(string name)
    {
        if (configuration[name] is not { Length: > 0 } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query: "", Fragment: "" }
            ? address
            : throw new SettingsException($"{name} is '{text}'; an address such as http://127.0.0.1:8080 is expected");
    }

    /// <summary>The page asks nobody for a name, so it is served to this machine alone unless that is asked for.</summary>
    public Uri OwnAddress(string name, Uri otherwise, bool isForOthers)
    {
        var address = Address(name) ?? otherwise;
        if (address is not { Scheme: "http", AbsolutePath: "/" }) throw new SettingsException($"{name} is '{configuration[name]}'; an address with http and without a path is expected, such as http://127.0.0.1:8080");
        return address.IsLoopback || isForOthers
            ? address
            : throw new SettingsException($"{name} is '{configuration[name]}'; an address of this machine alone is expected, such as http://127.0.0.1:8080. To let others in, set Web:PublicUrl to the address under which they reach the page");
    }

    public int Count(string name, int otherwise, int least = 0, int most = LargestCount)
    {
        if (configuration[name] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most
            ? count
            : throw new SettingsException($"{name} is '{text}'; a whole number from {least} to {most} is expected{(least == 0 ? ", where 0 is no limit" : "")}");
    }

    public bool YesOrNo(string name, bool otherwise)
    {
        if (configuration[name] is not { Length: > 0 } text) return otherwise;
        return bool.TryParse(text, out var value) ? value : throw new SettingsException($"{name} is '{text}'; true or false is expected");
    }

    public TChoice Choice<TChoice>(string name, TChoice otherwise)
        where TChoice : struct, Enum
    {
        if (configuration[name] is not { Length: > 0 } text) return otherwise;
        return Enum.GetNames<TChoice>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<TChoice>(text, ignoreCase: true)
            : throw new SettingsException($"{name} is '{text}'; one of {string.Join(", ", Enum.GetNames<TChoice>())} is expected");
    }

    public string Folder(string name, string otherwise)
    {
        var folder = configuration[name] is { Length: > 0 } text ? text : otherwise;
        return Directory.Exists(folder) ? folder : throw new SettingsException($"{name} is '{folder}'; there is no such folder (looked in {Directory.GetCurrentDirectory()})");
    }

    public string File(string name, string otherwise)
    {
        var file = configuration[name] is { Length: > 0 } text ? text : otherwise;
        return System.IO.File.Exists(file) ? file : throw new SettingsException($"{name} is '{file}'; there is no such file (looked in {Directory.GetCurrentDirectory()})");
    }

    public string SqliteConnection(string name, string otherwise)
    {
        var connection = configuration[name] is { Length: > 0 } text ? text : otherwise;
        return DataSource().IsMatch(connection)
            ? connection
            : throw new SettingsException($"{name} is '{Redacted(connection)}'; a SQLite file is expected, such as 'Data Source=bot.db'; other databases are not supported");
    }

    /// <summary>A connection string for another database may hold a password.</summary>
    private static string Redacted(string connection) => Password().Replace(connection, "$1=…");

    [GeneratedRegex(@"^\d{1,16}:[A-Za-z0-9_-]{3,}$")]
    private static partial Regex TokenShape();

    [GeneratedRegex("^[A-Za-z0-9_-]{16,256}$")]
    private static partial Regex SecretShape();

    [GeneratedRegex(@"^\s*(data source|datasource|filename)\s*=\s*(?!:memory:)[^;=\s][^;=]*;?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex DataSource();

    [GeneratedRegex(@"\b(password|pwd|user id|uid|username)\s*=\s*[^;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
