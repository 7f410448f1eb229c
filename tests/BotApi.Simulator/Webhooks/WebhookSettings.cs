namespace BotApi.Simulator;

/// <summary>Where updates are to be posted, and how.</summary>
internal sealed record WebhookSettings(Uri Url, string Secret, int MaxConnections)
{
    private const int DefaultConnections = 40;
    private const int MostConnections = 100;
    private const int MaxSecret = 256;

    /// <summary>
    /// Reads the parameters of <c>setWebhook</c>. Telegram takes only HTTPS on four ports and would refuse addresses of
    /// one's own machine; here it is the other way round, so that a bot under test can be reached without a certificate
    /// and no update ever leaves the machine.
    /// </summary>
    public static WebhookSettings Read(CallParameters parameters)
    {
        if (!TryUrl(parameters.Text("url"), out var url))
        {
            throw ApiException.BadRequest("invalid webhook URL specified");
        }

        var secret = parameters.Text("secret_token");
        if (secret.Length > MaxSecret)
        {
            throw ApiException.BadRequest("secret token is too long");
        }

        if (!secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            throw ApiException.BadRequest("secret token contains unallowed characters");
        }

        if (!url.IsLoopback)
        {
            throw ApiException.BadRequest(url.Scheme == Uri.UriSchemeHttps
                ? "bad webhook: Failed to resolve host: Name or service not known"
                : "bad webhook: An HTTPS URL must be provided for webhook");
        }

        return new WebhookSettings(url, secret, ReadConnections(parameters));
    }

    private static int ReadConnections(CallParameters parameters)
        => parameters.Text("max_connections").Length == 0
            ? DefaultConnections
            : Math.Clamp(parameters.Int32("max_connections"), 1, MostConnections);

    /// <summary>Without a protocol, Telegram takes the address to mean HTTPS.</summary>
    private static bool TryUrl(string text, out Uri url)
        => Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out url!)
           && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}
