<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\Activity\IManager as IActivityManager;
use OCP\App\IAppManager;
use OCP\AppFramework\Bootstrap\IBootstrap;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\NotFoundResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\OCSController;
use OCP\AppFramework\Services\IAppConfig;
use OCP\AppFramework\Services\IInitialState;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJobList;
use OCP\BackgroundJob\TimedJob;
use OCP\Config\IUserConfig;
use OCP\Contacts\IManager as IContacts;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\Files\Cache\IFileAccess;
use OCP\Files\IRootFolder;
use OCP\IAppConfig as ICoreConfig;
use OCP\ICacheFactory;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IGroupManager;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IURLGenerator;
use OCP\IUserManager;
use OCP\IUserSession;
use OCP\L10N\IFactory;
use OCP\Mail\IMailer;
use OCP\Notification\IManager;
use OCP\Security\ICrypto;
use OCP\Security\ISecureRandom;
use OCP\Security\RateLimiting\ILimiter;
use OCP\Share\IManager as IShareManager;
use OCP\Talk\IBroker;
use Psr\Log\LoggerInterface;
use RuntimeException;
use Sandbox\Service\Activities;
use Sandbox\Service\AddressBooks;
use Sandbox\Service\AppConfig;
use Sandbox\Service\AppManager;
use Sandbox\Service\Apps;
use Sandbox\Service\Clock;
use Sandbox\Service\Config;
use Sandbox\Service\CoreConfig;
use Sandbox\Service\Crypto;
use Sandbox\Service\Database;
use Sandbox\Service\Events;
use Sandbox\Service\FileAccess;
use Sandbox\Service\Files;
use Sandbox\Service\Groups;
use Sandbox\Service\InitialState;
use Sandbox\Service\JobList;
use Sandbox\Service\Jobs;
use Sandbox\Service\Languages;
use Sandbox\Service\Limiter;
use Sandbox\Service\Log;
use Sandbox\Service\Mailer;
use Sandbox\Service\Memory;
use Sandbox\Service\Migrator;
use Sandbox\Service\Notifications;
use Sandbox\Service\Random;
use Sandbox\Service\Request;
use Sandbox\Service\Shares;
use Sandbox\Service\Store;
use Sandbox\Service\Talk;
use Sandbox\Service\TeamManager;
use Sandbox\Service\Urls;
use Sandbox\Service\User;
use Sandbox\Service\UserConfig;
use Sandbox\Service\Users;
use Sandbox\Service\UserSession;
use Throwable;

/**
 * One sandbox: the app, a database and a state folder. Every request gets new services, as over HTTP; the database, the clock,
 * the memory cache and the mails stay.
 */
class Kernel {
	private const SERVICES = [
		IAppConfig::class => AppConfig::class,
		IContacts::class => AddressBooks::class,
		IAppManager::class => AppManager::class,
		ICoreConfig::class => CoreConfig::class,
		IRootFolder::class => Files::class,
		IFileAccess::class => FileAccess::class,
		IInitialState::class => InitialState::class,
		ITimeFactory::class => Clock::class,
		IEventDispatcher::class => Events::class,
		ICacheFactory::class => Memory::class,
		IConfig::class => Config::class,
		IUserConfig::class => UserConfig::class,
		IDBConnection::class => Database::class,
		IGroupManager::class => Groups::class,
		IRequest::class => Request::class,
		IURLGenerator::class => Urls::class,
		IUserManager::class => Users::class,
		IUserSession::class => UserSession::class,
		IFactory::class => Languages::class,
		IMailer::class => Mailer::class,
		IManager::class => Notifications::class,
		IActivityManager::class => Activities::class,
		IJobList::class => JobList::class,
		IShareManager::class => Shares::class,
		IBroker::class => Talk::class,
		ICrypto::class => Crypto::class,
		ILimiter::class => Limiter::class,
		'OCP\\Teams\\ITeamManager' => TeamManager::class,
		ISecureRandom::class => Random::class,
		LoggerInterface::class => Log::class,
	];

	private static ?self $current = null;

	/** @var array<string, true> folders of apps whose classes are found already */
	private static array $autoloaded = [];

	public readonly Clock $clock;

	private readonly Database $db;

	private readonly Apps $apps;

	private readonly Memory $memory;

	private Container $container;

	/** @var array<string, string|bool> as in Nextcloud's config.php */
	public array $config = ['default_language' => 'fr'];

	/**
	 * @param string $app folder of the app
	 * @param string $state folder for mails and the log
	 * @param string $dsn see Database
	 */
	public function __construct(
		string $app,
		private readonly string $state,
		string $dsn = 'sqlite:///:memory:',
	) {
		self::$current = $this;
		if (!is_dir($state . '/mail')) {
			mkdir($state . '/mail', 0700, true);
		}
		$this->clock = new Clock();
		$this->memory = new Memory();
		$this->db = new Database($dsn);
		$this->apps = new Apps($app);
		self::autoload($this->apps->namespace, $app . '/lib');
		$this->start(new Request('GET', '/'));
	}

	/** The sandbox that serve.php and console.php share: its state folder, app and database are named by the environment. */
	public static function ofEnvironment(): self {
		$state = getenv('RESEAU_STATE') ?: throw new RuntimeException('RESEAU_STATE names no folder');
		$kernel = new self(self::appOfEnvironment(), $state, getenv('RESEAU_DSN') ?: "sqlite:///$state/sandbox.sqlite");
		$kernel->config['overwrite.cli.url'] = getenv('RESEAU_URL') ?: 'http://127.0.0.1:8090';
		$kernel->config['sandbox.apps'] = 'circles,deck';
		$kernel->config['ratelimit.protection.enabled'] = getenv('RESEAU_LIMITS') !== 'off';
		return $kernel;
	}

	public static function appOfEnvironment(): string {
		return getenv('RESEAU_APP') ?: dirname(__DIR__, 3);
	}

	public static function current(): self {
		return self::$current;
	}

	/** The services of the request under way, or of the last one. */
	public function container(): Container {
		return $this->container;
	}

	/**
	 * @template T
	 * @param class-string<T> $class
	 * @return T
	 */
	public function get(string $class): mixed {
		return $this->container->get($class);
	}

	public function migrate(): void {
		$this->get(Migrator::class)->run();
	}

	/** Drops what is cached in memory, like a new process. */
	public function forget(): void {
		$this->memory->forget();
	}

	/** Empties the database. */
	public function reset(): void {
		$this->forget();
		$this->get(Migrator::class)->reset();
	}

	/** @param list<string> $groups */
	public function createUser(string $uid, string $name = '', array $groups = [], string $language = 'fr'): User {
		$user = $this->get(IUserManager::class)->createUser($uid, 'Cordee-2026-oc');
		$user->setDisplayName($name);
		foreach ($groups as $group) {
			$this->get(IGroupManager::class)->createGroup($group)->addUser($user);
		}
		$this->get(IConfig::class)->setUserValue($uid, 'core', 'lang', $language);
		return $user;
	}

	/**
	 * A request through routing, security, middlewares and controller. Below /ocs/ it says by itself that it is an API call and
	 * wants JSON; elsewhere that it wants HTML.
	 *
	 * @param ?string $uid who it is from; null: from nobody, unless the headers say so (a cookie, HTTP Basic)
	 * @param array<string, mixed>|string|null $body an array is sent as JSON, with GET as the query
	 * @param array<string, ?string> $headers null: without this one
	 */
	public function request(string $method, string $path, ?string $uid = null, array|string|null $body = null, array $headers = []): Reply {
		$standard = ['host' => 'localhost', 'accept' => 'text/html'];
		if (str_starts_with($path, '/ocs/')) {
			$standard = ['host' => 'localhost', 'accept' => 'application/json', 'ocs-apirequest' => 'true'];
		}
		if (is_array($body) && $method === 'GET') {
			$path .= '?' . http_build_query($body);
			$body = null;
		} elseif (is_array($body)) {
			$standard['content-type'] = 'application/json';
			$body = json_encode($body, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
		}
		$headers = array_filter(array_change_key_case($headers) + $standard, is_string(...));
		return $this->handle(new Request($method, $path, $headers, (string)$body), $uid);
	}

	/** @param ?string $uid see request() */
	public function handle(Request $request, ?string $uid = null): Reply {
		self::$current = $this;
		$this->start($request);
		try {
			$session = $this->get(Session::class);
			$known = $session->open($uid);
			return $known ? $this->route($request) : $this->send($this->ocsError(OCSController::RESPOND_UNAUTHORISED, 'Unauthorised'));
		} catch (Throwable $e) {
			$this->get(LoggerInterface::class)->error($request->getMethod() . ' ' . $request->getPathInfo(), ['exception' => $e]);
			$response = $this->isOcs($request)
				? $this->ocsError(OCSController::RESPOND_SERVER_ERROR, "Internal Server Error\n")
				: new Response(Http::STATUS_INTERNAL_SERVER_ERROR);
			return $this->send($response, null, $e);
		} finally {
			while ($this->db->inTransaction()) {
				$this->db->rollBack();
			}
		}
	}

	/** @return list<array<string, mixed>> what was sent so far, oldest first */
	public function mails(): array {
		return $this->get(Mailer::class)->sent();
	}

	/** What was logged so far. */
	public function log(): string {
		return (string)@file_get_contents($this->state . '/sandbox.log');
	}

	/**
	 * Runs a background job, as cron does: without a user and outside any request.
	 *
	 * @param class-string<TimedJob> $job
	 * @param list<object> $instead services in place of the usual ones of their parent class
	 */
	public function runJob(string $job, array $instead = []): void {
		self::$current = $this;
		$this->start(new Request('GET', '/'));
		foreach ($instead as $service) {
			$this->container->set((string)get_parent_class($service), $service);
		}
		$this->get(Jobs::class)->run($job);
	}

	/** Runs the jobs that wait to run once, as cron does. */
	public function runQueued(): void {
		self::$current = $this;
		$this->start(new Request('GET', '/'));
		$this->get(JobList::class)->run();
	}

	/** Resets rate limits and failed attempts. */
	public function resetLimits(): void {
		$this->get(Attempts::class)->forget();
	}

	private function route(Request $request): Reply {
		$ocs = $this->isOcs($request);
		$path = $request->getPathInfo();
		$own = $ocs ? null : $this->get(Pages::class)->answer($path);
		if ($own !== null) {
			return $this->send($own);
		}
		$found = $this->get(Router::class)->match($ocs, $request->getMethod(), $path);
		if (!is_array($found)) {
			$status = $found === false ? Http::STATUS_METHOD_NOT_ALLOWED : Http::STATUS_NOT_FOUND;
			return $this->send(match (true) {
				$found === false => new Response($status),
				$ocs => $this->ocsError(OCSController::RESPOND_NOT_FOUND, 'Invalid query'),
				default => new NotFoundResponse(),
			});
		}
		[$route, $parameters] = $found;
		$request->setUrlParameters($parameters);
		$order = [NotModified::class, OcsErrors::class, Security::class, BruteForce::class, RateLimit::class, ...$this->get(Registration::class)->middlewares];
		$dispatcher = new Dispatcher($this->container, $request, $this->db, array_map($this->get(...), $order));
		return $this->send(...$dispatcher->dispatch($this->get($route->controller), $route->method));
	}

	private function send(Response $response, ?string $body = null, ?Throwable $error = null): Reply {
		$headers = $response->getHeaders() + ['Content-Type' => 'text/html; charset=UTF-8', 'X-Content-Type-Options' => 'nosniff',
			'X-Frame-Options' => 'SAMEORIGIN', 'Referrer-Policy' => 'no-referrer'];
		$body = $response->getStatus() === Http::STATUS_NOT_MODIFIED ? '' : $body ?? $response->render();
		$cookie = $this->get(Session::class)->cookie();
		return new Reply($response->getStatus(), $body, $headers + ($cookie === null ? [] : ['Set-Cookie' => $cookie]), $error);
	}

	private function ocsError(int $code, string $message): OcsResponse {
		return new OcsResponse(new DataResponse([], $code), $this->get(IRequest::class)->getFormat() === 'json' ? 'json' : 'xml', $message);
	}

	private function isOcs(Request $request): bool {
		return preg_match('~^/ocs/v2\.php/~', $request->getRequestUri()) === 1;
	}

	/** New services, and the app started. */
	private function start(Request $request): void {
		$this->container = new Container(self::SERVICES);
		$apps = $this->apps;
		foreach ([$this->db, $this->clock, $this->memory, $apps, $request] as $service) {
			$this->container->set($service::class, $service);
		}
		$this->container->set('appName', $apps->id);
		$this->container->set('AppName', $apps->id);
		$this->container->set('userId', null);
		$this->container->factory(Mailer::class, fn () => new Mailer($this->state . '/mail', $this->clock));
		$this->container->factory(Log::class, fn () => new Log($this->state . '/sandbox.log'));
		$this->container->factory(Config::class, fn (Container $c) => new Config($c->get(Store::class), $this->config));
		$this->container->factory(IL10N::class, static fn (Container $c) => $c->get(IFactory::class)->get($apps->id));
		$registration = $this->get(Registration::class);
		$application = $this->get($apps->namespace . '\\AppInfo\\Application');
		if ($application instanceof IBootstrap) {
			$application->register($registration);
			$application->boot($registration);
		}
	}

	/** Once for each app: thousands of tests start a sandbox, and what is not a class would be looked for by all of them. */
	private static function autoload(string $namespace, string $folder): void {
		if (isset(self::$autoloaded[$folder])) {
			return;
		}
		self::$autoloaded[$folder] = true;
		spl_autoload_register(static function (string $class) use ($namespace, $folder): void {
			$file = $folder . str_replace('\\', '/', substr($class, strlen($namespace))) . '.php';
			if (str_starts_with($class, $namespace . '\\') && is_file($file)) {
				require $file;
			}
		});
	}
}
