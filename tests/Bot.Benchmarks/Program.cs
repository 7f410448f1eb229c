using System.CommandLine;
using Bot.Benchmarks;

var ask = new Command("ask", "Wall time of `ask` as a process of its own, and of the answering in it.");
ask.SetAction(_ => AskBenchmark.Run());
var service = new Command("service", "From an update stored to its answer sent, through the service, the simulator and a database file.");
service.SetAction((_, stop) => ServiceBenchmark.RunAsync(stop));

var questions = new Option<int>("--questions") { Description = "How many are asked in all.", DefaultValueFactory = _ => 60_000 };
var load = new Command("load", "Sustained: a thousand people ask without a pause; the bot is a process of its own.") { questions };
load.SetAction((result, stop) => LoadBenchmark.RunAsync(result.GetValue(questions), stop));

Console.WriteLine(Machine.Describe());
return await new RootCommand("Prints the bot's numbers. Run from the project's root.") { ask, service, load }.Parse(args).InvokeAsync();
