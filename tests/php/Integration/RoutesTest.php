<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Settings\AdminForm;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use PHPUnit\Framework\Attributes\DataProvider;
use ReflectionClass;
use ReflectionMethod;
use Sandbox\Kernel\BruteForce;

/**
 * What protects each route, held to the table of tests/fixtures/routes.md: a new route fails until it has its row, and every row is held
 * to the rules. All but the kind of a route is read from its attributes.
 *
 * @phpstan-type Row array{verb: string, url: string, kind: string, who: string, account: string, anonymous: string, guesses: string, token: string}
 */
class RoutesTest extends NetworkTestCase {
	private const TABLE = __DIR__ . '/../../fixtures/routes.md';

	/** Of a form that has a mail sent: all together have 300 an hour, which one computer must not use up. */
	private const MAILS = '60 in 3600 s';

	/** Calls a minute that each kind of route answers at least. */
	private const LEAST = ['read' => 1000, 'search' => 300, 'write' => 60, 'link' => 60, 'showcase' => 300];

	private const KNOWN = [
		AnonRateLimit::class, ApiRoute::class, AuthorizedAdminSetting::class, BruteForceProtection::class, FrontpageRoute::class,
		NoAdminRequired::class, NoCSRFRequired::class, PublicPage::class, UserRateLimit::class,
	];

	/** A calendar goes on asking where there is nothing any more, and nobody guesses a token: counted, that would shut out all who share its connection. */
	private const UNCOUNTED = ['GET /calendar/{token}.ics'];

	public function testEveryRouteHasItsRow(): void {
		$kinds = array_column(self::table(), 'kind', 'route');
		$expected = array_map(static fn (array $row): string => self::line(['kind' => $kinds["{$row['verb']} {$row['url']}"] ?? '?'] + $row), self::routes());
		sort($expected);
		$rows = array_map(self::line(...), self::table());
		self::assertSame([], array_values(array_diff($expected, $rows)), 'tests/fixtures/routes.md has not these rows');
		self::assertSame([], array_values(array_diff($rows, $expected)), 'tests/fixtures/routes.md has these rows, and no route is so');
		self::assertSame($expected, $rows, 'tests/fixtures/routes.md is sorted, and has each row once');
	}

	public function testEveryRowKeepsTheRules(): void {
		$faults = array_merge(...array_map(self::faults(...), self::table()));
		self::assertSame([], $faults);
	}

	public function testNoRouteHasAnAttributeTheTableDoesNotShow(): void {
		$others = [];
		foreach (self::methods() as $method) {
			foreach ($method->getAttributes() as $attribute) {
				if (!in_array($attribute->getName(), self::KNOWN, true)) {
					$others[] = "{$method->class}::{$method->name} {$attribute->getName()}";
				}
			}
			$setting = ($method->getAttributes(AuthorizedAdminSetting::class)[0] ?? null)?->getArguments();
			self::assertContains($setting, [null, ['settings' => AdminForm::class]], $method->name);
		}
		self::assertSame([], $others);
	}

	public function testAdministrationRoutesAreOnlyForAdministrators(): void {
		$openapi = json_decode((string)file_get_contents(__DIR__ . '/../../../openapi.json'), true, 64, JSON_THROW_ON_ERROR);
		$admins = [];
		foreach ($openapi['paths'] as $path => $methods) {
			foreach ($methods as $verb => $operation) {
				if ($operation['x-who'] === 'admin') {
					$admins[] = strtoupper($verb) . preg_replace('~^.*(?=/api/v1/)~', ' ', $path);
				}
			}
		}
		sort($admins);
		$rows = array_column(array_filter(self::table(), static fn (array $row): bool => $row['who'] === 'admin'), 'route');
		sort($rows);
		self::assertNotSame([], $rows);
		self::assertSame($admins, $rows);
	}

	/** @return iterable<string, array{array<string, string>, string}> a row that breaks one rule, and the fault reported */
	public static function brokenRows(): iterable {
		$page = self::row('| `GET /sign/{token}` | link | anyone | 60 | 60 | reseauSign | no |');
		$read = self::row('| `GET /api/v1/members` | read | account | 1000 | – | – | yes |');
		$write = self::row('| `POST /api/v1/members` | write | account | 60 | – | – | yes |');
		yield 'a page by link that counts no guesses' => [['guesses' => '–'] + $page, 'counts no guesses'];
		yield 'a page by link without a limit for an address' => [['anonymous' => '–'] + $page, 'has no limit'];
		yield 'a page by link without a limit for an account' => [['account' => '–'] + $page, 'has no limit'];
		yield 'a page by link that wants a form token' => [['token' => 'yes'] + $page, 'form token'];
		yield 'an endpoint open to anyone' => [['who' => 'anyone'] + $read, 'open to anyone'];
		yield 'an endpoint without form token' => [['token' => 'no'] + $write, 'form token'];
		yield 'a read that is limited as a search' => [['account' => '300'] + $read, 'at least 1000'];
		yield 'a search that is limited as a write' => [['kind' => 'search', 'account' => '60'] + $read, 'at least 300'];
		yield 'a write that is limited more' => [['account' => '30'] + $write, 'at least 60'];
		yield 'a write without limit' => [['account' => '–'] + $write, 'has no limit'];
		yield 'a limit by the hour' => [['account' => '60 in 3600 s'] + $write, 'by the minute'];
		yield 'a GET that writes' => [['kind' => 'write'] + $read, 'GET'];
		yield 'a POST declared as a read' => [['kind' => 'read', 'account' => '1000'] + $write, 'POST'];
		yield 'a form that sends many mails' => [self::row('| `POST /subscribe` | form | anyone | 60 in 3600 s | 20 | – | no |'), 'at most 60'];
		yield 'a form that is no light page' => [self::row('| `POST /subscribe` | form | account | 60 in 3600 s | – | – | no |'), 'no page by link'];
		yield 'a page of the showcase for accounts alone' => [self::row('| `GET /public` | showcase | account | 300 | – | – | no |'), 'open to anyone'];
		yield 'a page for anyone that is elsewhere' => [self::row('| `GET /people` | showcase | anyone | 300 | 300 | – | no |'), 'nowhere else'];
		yield 'a link with an account that counts no guesses' => [self::row('| `GET /api/v1/claims/{token}` | link | account | 60 | – | – | yes |'), 'counts no guesses'];
	}

	/** @param array<string, string> $row */
	#[DataProvider('brokenRows')]
	public function testARowThatBreaksARuleIsFound(array $row, string $fault): void {
		$faults = self::faults($row);
		self::assertNotSame([], $faults);
		self::assertStringContainsString($fault, implode("\n", $faults));
	}

	/** @return iterable<string, array{string, string, bool}> */
	public static function links(): iterable {
		foreach (self::routes() as ['verb' => $verb, 'url' => $url, 'who' => $who]) {
			if (str_contains($url, '{token}') && !in_array("$verb $url", self::UNCOUNTED, true)) {
				yield "$verb $url" => [$verb, $url, $who === 'anyone'];
			}
		}
	}

	/** Guessing a link ends: on any page, with any of its verbs, logged in or not. */
	#[DataProvider('links')]
	public function testGuessesAtALinkAreCounted(string $verb, string $url, bool $public): void {
		$path = ($public ? '/index.php/apps/reseau' : '/ocs/v2.php/apps/reseau') . strtr($url, ['{token}' => 'wrong', '{letter}' => '1']);
		$this->account('alice');
		foreach ($public ? [null, 'alice'] : ['alice'] as $uid) {
			foreach ($verb === 'GET' ? [null] : [['answer' => 'sign'], ['answer' => 'accept'], ['answer' => 'refuse'], ['answer' => 'withdraw'], []] as $body) {
				$this->kernel->resetLimits();
				for ($guess = 0; $guess < BruteForce::MOST; $guess++) {
					self::assertSame(404, $this->kernel->request($verb, $path, $uid, $body)->status);
				}
				self::assertSame(429, $this->kernel->request($verb, $path, $uid, $body)->status, json_encode($body, JSON_THROW_ON_ERROR));
			}
		}
	}

	/**
	 * @param array<string, string> $row
	 * @return list<string>
	 */
	private static function faults(array $row): array {
		['route' => $route, 'kind' => $kind, 'who' => $who, 'account' => $account, 'anonymous' => $anonymous] = $row;
		[$verb, $url] = explode(' ', $route);
		$public = $who === 'anyone';
		$light = str_contains($url, '{token}') && !str_starts_with($url, '/api/');
		$page = $kind === 'page';
		$form = $kind === 'form';
		$showcase = $kind === 'showcase';
		$mails = $form && $verb !== 'GET';
		$least = self::LEAST[$kind] ?? 0;
		return array_map(static fn (string $fault): string => "$route $fault", array_keys(array_filter([
			"is no $kind, being a $verb" => !in_array($kind, $verb === 'GET' ? ['read', 'search', 'page', 'link', 'form', 'showcase'] : ['write', 'link', 'form'], true),
			'is reached by a link: kind link' => str_contains($url, '{token}') !== ($kind === 'link'),
			'is open to anyone, and is no page by link' => $public !== ($light || $form || $showcase),
			'is of the showcase, and nowhere else' => ($showcase || ($form && $url === '/public/write/{about}/{id}')) !== (preg_match('~^/public(/|\z)~', $url) === 1),
			'sends mails to whatever address is typed: at most 60 an hour' => $mails && [$account, $anonymous] !== [self::MAILS, self::MAILS],
			'is reached by a link and counts no guesses' => (str_contains($url, '{token}') && !in_array($route, self::UNCOUNTED, true)) !== ($row['guesses'] !== '–'),
			'has no limit' => !$page && ($account === '–' || $public && $anonymous === '–'),
			'is limited by the minute' => !$mails && (preg_match('/^(\d+|–)$/', $account) !== 1 || preg_match('/^(\d+|–)$/', $anonymous) !== 1),
			"answers at least $least a minute" => !$page && ((int)$account < $least || $public && (int)$anonymous < $least),
			'wants a form token unless it is a page that is opened, or answered by link' => ($row['token'] === 'no') !== ($page || $light || $form || $showcase),
		])));
	}

	/** @return list<array<string, string>> what the attributes say, the kind left out */
	private static function routes(): array {
		$rows = [];
		foreach (self::methods() as $method) {
			$has = static fn (string $attribute): ?array => ($method->getAttributes($attribute)[0] ?? null)?->getArguments();
			$limit = static fn (?array $of): string => $of === null ? '–' : $of['limit'] . ($of['period'] === 60 ? '' : " in {$of['period']} s");
			foreach ([...$method->getAttributes(ApiRoute::class), ...$method->getAttributes(FrontpageRoute::class)] as $route) {
				['verb' => $verb, 'url' => $url] = $route->getArguments();
				$rows[] = [
					'verb' => $verb,
					'url' => $url,
					'route' => "$verb $url",
					'who' => $has(PublicPage::class) !== null ? 'anyone' : ($has(NoAdminRequired::class) !== null ? 'account' : 'admin'),
					'account' => $limit($has(UserRateLimit::class)),
					'anonymous' => $limit($has(AnonRateLimit::class)),
					'guesses' => $has(BruteForceProtection::class)['action'] ?? '–',
					'token' => $has(NoCSRFRequired::class) === null ? 'yes' : 'no',
				];
			}
		}
		return $rows;
	}

	/** @return list<ReflectionMethod> what a request can call */
	private static function methods(): array {
		$methods = [];
		foreach (glob(__DIR__ . '/../../../lib/Controller/*.php') as $file) {
			$class = new ReflectionClass('OCA\\Reseau\\Controller\\' . basename($file, '.php'));
			foreach ($class->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
				if ($method->class === $class->name && !$method->isConstructor()) {
					$methods[] = $method;
				}
			}
		}
		return $methods;
	}

	/** @return list<array<string, string>> */
	private static function table(): array {
		$lines = array_filter(file(self::TABLE, FILE_IGNORE_NEW_LINES), static fn (string $line): bool => str_starts_with($line, '| `'));
		return array_map(self::row(...), array_values($lines));
	}

	/** @return array<string, string> */
	private static function row(string $line): array {
		$cells = array_map(trim(...), explode('|', trim($line, '| ')));
		return array_combine(['route', 'kind', 'who', 'account', 'anonymous', 'guesses', 'token'], [trim($cells[0], '`'), ...array_slice($cells, 1)]);
	}

	/** @param array<string, string> $row */
	private static function line(array $row): string {
		return "| `{$row['route']}` | {$row['kind']} | {$row['who']} | {$row['account']} | {$row['anonymous']} | {$row['guesses']} | {$row['token']} |";
	}
}
