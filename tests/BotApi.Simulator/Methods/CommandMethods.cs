using System.Text.Json;

namespace BotApi.Simulator;

/// <summary><c>setMyCommands</c> and <c>getMyCommands</c>.</summary>
internal sealed class CommandMethods(TelegramWorld world)
{
    private const int MaxCommands = 100;
    private readonly CommandScope scopes = new(world.Chats);

    public ApiAnswer Set(CallParameters parameters)
    {
        var commands = ReadCommands(parameters);
        var scope = CommandScope.Read(parameters);
        scopes.RequireChat(scope);
        var language = LanguageCode.Read(parameters);
        var accepted = commands.ConvertAll(CommandRules.Accept);
        if (accepted.Count is 0 or > MaxCommands)
        {
            throw ApiException.BadRequest(accepted.Count == 0 ? "BOT_COMMANDS_EMPTY" : "BOT_COMMANDS_TOO_MUCH");
        }

        world.Commands.Set(scope, language, accepted);
        return ApiAnswer.True;
    }

    public ApiAnswer Get(CallParameters parameters)
    {
        var scope = CommandScope.Read(parameters);
        scopes.RequireChat(scope);
        var commands = world.Commands.Get(scope, LanguageCode.Read(parameters));
        return ApiAnswer.Ok(commands, WireJson.Default.IReadOnlyListWireCommand);
    }

    private static List<WireCommand> ReadCommands(CallParameters parameters)
    {
        if (parameters.Json("commands", "commands") is not { } json)
        {
            return [];
        }

        if (json.ValueKind != JsonValueKind.Array)
        {
            throw ApiException.BadRequest("Expected an Array of BotCommand");
        }

        try
        {
            return [.. json.EnumerateArray().Select(ReadCommand)];
        }
        catch (ApiException error)
        {
            throw ApiException.BadRequest($"Can't parse BotCommand: {error.Reason}");
        }
    }

    private static WireCommand ReadCommand(JsonElement json)
    {
        json.AsObject("expected an Object");
        return new WireCommand(json.RequiredText("command"), json.RequiredText("description"));
    }
}
