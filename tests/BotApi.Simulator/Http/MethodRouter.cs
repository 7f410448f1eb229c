namespace BotApi.Simulator;

/// <summary>Takes <c>/bot{token}/{method}</c> apart, checks the token and calls the method.</summary>
internal sealed class MethodRouter(TelegramWorld world, GroupActions groups)
{
    private const string Prefix = "/bot";
    private readonly Dictionary<string, Method> methods = MethodTable.Of(world, groups);
    private readonly FaultyCall calls = new(world);

    /// <summary>Answers a call of the Bot API; any other path is not found.</summary>
    public async Task<ApiAnswer> AnswerAsync(HttpContext context, CancellationToken cancellation)
    {
        try
        {
            return await CallAsync(context, cancellation);
        }
        catch (ApiException error)
        {
            return ApiAnswer.Error(error);
        }
        catch (TextParseException error)
        {
            return ApiAnswer.Error(ApiException.BadRequest(error.Message));
        }
    }

    private async Task<ApiAnswer> CallAsync(HttpContext context, CancellationToken cancellation)
    {
        var path = context.Request.Path.Value ?? "";
        var slash = path.IndexOf('/', 1);
        if (!path.StartsWith(Prefix, StringComparison.Ordinal) || slash < 0)
        {
            throw new ApiException(404, "Not Found");
        }

        var parameters = await ParameterReader.ReadAsync(context.Request, cancellation);
        if (path[Prefix.Length..slash] != world.Options.Token)
        {
            throw new ApiException(401, "Unauthorized");
        }

        var name = path[(slash + 1)..];
        var call = world.Calls.Add(name, parameters);
        if (!methods.TryGetValue(name, out var method))
        {
            throw new ApiException(404, "Not Found");
        }

        return await calls.AnswerAsync(call, parameters, method, cancellation);
    }
}
