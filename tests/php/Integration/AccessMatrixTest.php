<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Tests\Endpoints\Snapshot;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\Files\IRootFolder;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Kernel\Kernel;
use Sandbox\Kernel\Reply;
use Sandbox\Service\Mounts;

/**
 * Every role on every endpoint of openapi.json, on cards of every status: who gets through is worked out here from the
 * endpoint's `x-who` alone.
 */
class AccessMatrixTest extends NetworkTestCase {
	private const ROLES = ['nobody', 'newcomer', 'member', 'mate', 'owner', 'steward', 'facilitator', 'admin'];
	private const CARDS = ['own', 'own-paused', 'own-withdrawn', 'kept', 'kept-draft', 'unkept', 'missing'];

	/**
	 * A network by the sort of card it was made for. What a cell writes is put back before the next one.
	 *
	 * @var array<string, array{Kernel, array<string, int>, Snapshot}>
	 */
	private static array $networks = [];

	/** @var array<string, array<string, true>> tables that were written since then, by the sort of card */
	private static array $touched = [];

	protected function setUp(): void {
	}

	public static function tearDownAfterClass(): void {
		self::$networks = self::$touched = [];
	}

	/** Paths to things of a group: these are also asked for while nobody facilitates the group, but people are in it. */
	private const OF_GROUPS = '/\{(group|ask)\}/';

	/** @return iterable<string, array{string, string, string, string, string, 5?: bool}> */
	public static function cells(): iterable {
		$openapi = json_decode((string)file_get_contents(__DIR__ . '/../../../openapi.json'), true, 64, JSON_THROW_ON_ERROR);
		foreach (array_filter($openapi['paths'], static fn (string $path): bool => str_starts_with($path, '/ocs/'), ARRAY_FILTER_USE_KEY) as $path => $methods) {
			foreach ($methods as $method => $operation) {
				foreach (self::ROLES as $role) {
					foreach (str_contains($path, '{id}') ? self::CARDS : ['-'] as $card) {
						yield "$role: {$operation['operationId']} $card" => [strtoupper($method), $path, $operation['x-who'], $role, $card];
					}
					if (preg_match(self::OF_GROUPS, $path) === 1) {
						yield "$role: {$operation['operationId']} of a group without facilitators" => [strtoupper($method), $path, $operation['x-who'], $role, '-', false];
					}
				}
			}
		}
	}

	#[DataProvider('cells')]
	public function testCell(string $method, string $path, string $who, string $role, string $card, bool $led = true): void {
		$expected = self::expected($who, $role, $card, $led);
		$cards = $this->networkFor($card);
		$uid = $role === 'nobody' ? null : $role;
		$entry = str_contains($path, '{entry}')
			? $this->data('POST', '/glossary', 'facilitator', ['term' => 'tiers-lieu', 'acronyms' => [], 'synonyms' => [], 'themes' => []], 201)['id']
			: 0;
		$expression = str_contains($path, '{expression}')
			? $this->data('POST', '/vocabulary/expressions', 'facilitator', ['term' => 'la ressourcerie', 'means' => ['clothes-reuse'], 'not' => []], 201)['id']
			: 0;
		$import = str_contains($path, '{import}')
			? $this->data('POST', '/imports', 'facilitator', ['hash' => str_repeat('0', 64), 'total' => 1, 'mapping' => '', 'answers' => ''], 201)['import']['id']
			: 0;
		if (str_contains($path, '{version}')) {
			$this->data('PUT', '/network/charter', 'admin', ['version' => 0, 'text' => 'Tenir parole.']);
		}
		$term = str_contains($path, '{term}') ? (string)$this->data('GET', '/vocabulary/terms', 'facilitator')['lists']['values'][0]['id'] : '';
		$search = str_contains($path, '{search}')
			? $this->data('POST', '/searches', 'owner', ['name' => 'Eau', 'q' => 'eau'], 201)['id']
			: 0;
		$minutes = str_contains($path, '{minutes}')
			? $this->data('POST', '/minutes', 'facilitator', ['hash' => str_repeat('0', 64), 'title' => 'Rencontre', 'plan' => '{"groups":[]}'], 201)['id']
			: 0;
		$draft = str_contains($path, '{draft}')
			? $this->data('POST', '/minutes/drafts', 'facilitator', ['key' => 'some-draft', 'name' => 'Rencontre', 'content' => 'x'], 201)['id']
			: 0;
		$brought = str_contains($path, '{brought}')
			? $this->data('POST', "/groups/{$this->groupId('eau')}/minutes", 'owner', ['hash' => str_repeat('0', 64), 'title' => 'Réunion', 'plan' => '{}'], 201)['id']
			: 0;
		$meeting = str_contains($path, '{meeting}')
			? $this->data('POST', "/groups/{$this->groupId('eau')}/meetings", 'owner', ['day' => '2026-12-09', 'key' => 'some-meeting'], 201)['id']
			: 0;
		$ask = str_contains($path, '{ask}') ? $this->someAsk() : 0;
		$link = str_contains($path, '{link}') ? $this->someLink($cards['kept']) : 0;
		[$file, $signature] = str_contains($path, '{file}') ? $this->someManifesto() : [0, 0];
		[$conversation, $message] = str_contains($path, '{conversation}') ? $this->someConversation($cards['kept'], $role) : [0, 0];
		$notice = str_contains($path, '{notice}') ? $this->someNotice($cards['kept']) : 0;
		[$session, $person, $row, $pair] = preg_match('/\{(session|said|pair)\}/', $path) === 1 ? $this->someSession($path, $cards['own']) : [0, 0, 0, 0];
		$letter = str_contains($path, '{letter}') ? $this->someLetter(preg_match('~/(reading|file)$~', $path) === 1) : 0;
		$introduction = str_contains($path, '{introduction}') ? $this->someIntroduction($cards['kept']) : 0;
		$enquiry = str_contains($path, '{enquiry}') ? $this->someEnquiry() : 0;
		$subscriber = str_contains($path, '{subscriber}') ? $this->someSubscriber() : 0;
		$call = str_contains($path, '{call}') ? $this->someCall($card, $cards[$card] ?? 0) : 0;
		$url = strtr($path, [
			'{enquiry}' => (string)$enquiry, '{subscriber}' => (string)$subscriber, '{call}' => (string)$call,
			'{notice}' => (string)$notice, '{letter}' => (string)$letter, '{meeting}' => (string)$meeting, '{feed}' => '0',
			'{session}' => (string)$session, '{person}' => (string)$person, '{row}' => (string)$row, '{said}' => (string)$row, '{pair}' => (string)$pair,
			'{conversation}' => (string)$conversation, '{message}' => (string)$message,
			'{type}' => 'member', '{id}' => (string)($cards[$card] ?? 999), '{token}' => 'unknown', '{entry}' => (string)$entry, '{expression}' => (string)$expression, '{import}' => (string)$import,
			'{version}' => '1', '{kit}' => 'entraide', '{place}' => 'opening', '{term}' => $term, '{search}' => (string)$search,
			'{minutes}' => (string)$minutes, '{draft}' => (string)$draft, '{brought}' => (string)$brought, '{ask}' => (string)$ask, '{link}' => (string)$link,
			'{introduction}' => (string)$introduction, '{file}' => (string)$file, '{signature}' => (string)$signature,
			'{group}' => $this->groupId('eau'), '{member}' => (string)$cards['kept'],
		]);
		$led || $this->data('DELETE', "/groups/{$this->groupId('eau')}/facilitators", 'owner');
		$before = $this->stored();
		$reply = $this->kernel->request($method, $url, $uid, $method === 'GET' ? null : []);
		if ($method === 'GET' || $expected !== null) {
			self::assertSame($before, $this->stored(), 'what only reads, or is refused, changes nothing');
		}
		if ($expected !== null) {
			self::assertSame($expected, $reply->status, $reply->body);
			return;
		}
		// Access granted: the endpoint may refuse the empty request, but not the person.
		self::assertNotContains($reply->status, [401, 403, 429, 500], $reply->body);
		self::assertStringNotContainsString('"not_found"', $reply->body);
	}

	/** The status of a refusal, null where the role may. */
	private static function expected(string $who, string $role, string $card, bool $led): ?int {
		if ($role === 'nobody') {
			return 401;
		}
		if ($who === 'account') {
			return null;
		}
		if ($who === 'admin') {
			return $role === 'admin' ? null : 403;
		}
		if ($who === 'own') {
			return $role === 'owner' ? null : 404;
		}
		if ($who === 'facilitator') {
			return $role === 'facilitator' ? null : 403;
		}
		if ($who === 'fileReader') {
			// The newcomer has not the library.
			return $role === 'newcomer' ? 404 : null;
		}
		if ($who === 'fileEditor') {
			// The steward may read the file, and no more.
			return ['newcomer' => 404, 'steward' => 403][$role] ?? null;
		}
		if ($who === 'signer') {
			return match ($role) {
				'newcomer' => 404,
				'owner' => null,
				default => 403,
			};
		}
		if ($who === 'correspondent') {
			// The person who wrote to the kept card or proposed to meet, and its keeper.
			return in_array($role, ['mate', 'steward'], true) ? null : 404;
		}
		if ($who === 'addressee') {
			// The facilitator of the group that a visitor wrote to.
			return $role === 'owner' ? null : 404;
		}
		if ($who === 'groupFacilitator') {
			return $led && $role === 'owner' ? null : 403;
		}
		// The facilitator of the network is not in the group.
		if ($who === 'groupDecider') {
			return $role === ($led ? 'owner' : 'facilitator') ? null : 403;
		}
		if ($who === 'linkHost') {
			// Its author, the facilitator of its group, the keeper of its card, the facilitator of the network.
			return in_array($role, ['mate', 'owner', 'steward', 'facilitator'], true) ? null : 403;
		}
		if ($who === 'groupHost') {
			return $role === ($led ? 'owner' : 'facilitator') || $role === 'steward' ? null : 403;
		}
		$keeper = match ($card) {
			// In a path with a group, the person is the kept one.
			'-' => $role === 'steward',
			'own', 'own-paused', 'own-withdrawn' => $role === 'owner',
			'kept', 'kept-draft' => $role === 'steward',
			'unkept' => $role === 'facilitator',
			default => false,
		};
		$shown = in_array($card, ['-', 'own', 'kept', 'unkept'], true);
		if (!$keeper && !$shown) {
			return 404;
		}
		return match ($who) {
			'viewer' => null,
			'keeper' => $keeper ? null : 403,
			'host' => $keeper || $role === 'facilitator' ? null : 403,
		};
	}

	public function testPagesSendNobodyToTheLogin(): void {
		parent::setUp();
		foreach (['/', '/members', '/me', '/claim/abc'] as $path) {
			self::assertSame(303, $this->kernel->request('GET', "/index.php/apps/reseau$path")->status);
		}
	}

	/** Pages that need no account show nothing without the token of a mail, logged in or not. */
	public function testTheAnswerPagesRevealNothingWithoutTheirToken(): void {
		$this->networkFor('own');
		$this->someAsk();
		foreach ([null, 'member', 'facilitator', 'admin'] as $uid) {
			foreach (['GET' => ['consent/unknown', 'card/unknown', 'ask/unknown', 'ask/unknown/charter', 'sign/unknown', 'sign/unknown/text', 'reply/unknown', 'notice/1-unknown', 'passed/unknown', 'mails/unknown', 'leave/unknown', 'subscribe/unknown', 'write/unknown', 'own/unknown', 'own/unknown/card', 'calendar/unknown.ics'], 'POST' => ['consent/unknown', 'card/unknown', 'ask/unknown', 'sign/unknown', 'reply/unknown', 'notice/1-unknown', 'passed/unknown', 'mails/unknown', 'leave/unknown', 'subscribe/unknown', 'write/unknown', 'own/unknown', 'own/unknown/card']] as $method => $paths) {
				$this->kernel->resetLimits();
				foreach ($paths as $path) {
					$reply = $this->kernel->request($method, "/index.php/apps/reseau/$path", $uid, $method === 'GET' ? null : ['answer' => 'refuse']);
					self::assertSame(404, $reply->status, $path);
					self::assertStringNotContainsString('Sans Compte', $reply->body);
					self::assertStringNotContainsString('Groupe eau', $reply->body);
				}
			}
		}
		self::assertSame(4, $this->data('GET', '/members', 'member')['total'] - 1);
	}

	public function testRequestsFromAnotherSiteAreRefused(): void {
		$this->networkFor('own');
		$reply = $this->kernel->request('DELETE', self::API . '/members/me', 'owner', null, ['OCS-APIRequest' => null]);
		self::assertSame(412, $reply->status);
		self::assertSame('owner', $this->data('GET', '/members/me', 'owner')['uid']);
	}

	/** @return array<string, string> all that is kept, by table; but counts of limits, and homes, which Nextcloud makes when they are first looked into */
	private function stored(): array {
		$db = $this->kernel->get(IDBConnection::class);
		$tables = array_column($db->executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")->fetchAll(), 'name');
		$tables = array_values(array_diff($tables, ['oc_sandbox_attempts', 'oc_sandbox_files', 'sqlite_sequence']));
		return array_combine($tables, array_map(static fn (string $table): string => hash('xxh128', serialize($db->executeQuery("SELECT * FROM `$table`")->fetchAll())), $tables));
	}

	/** A person the owner invited into the group they facilitate. */
	private function someAsk(): int {
		$group = $this->groupId('eau');
		$this->data('POST', "/groups/$group/asks", 'owner', ['people' => [['key' => 'a', 'name' => 'Sans Compte', 'email' => 'sans.compte@example.org']]]);
		return $this->data('GET', "/groups/$group/asks", 'owner')[0]['id'];
	}

	/**
	 * A mate wrote to the person whose card the steward keeps, who answered.
	 *
	 * @return array{int, int} numbers of the conversation and of a message, of the steward for themselves: a delivery is of a message of one's own
	 */
	private function someConversation(int $card, string $role): array {
		$id = $this->data('POST', "/members/$card/conversations", 'mate', ['text' => 'La grange est-elle libre ?', 'key' => 'first-message'], 201)['id'];
		$messages = $this->data('POST', "/conversations/$id/messages", 'steward', ['text' => 'En mai.', 'key' => 'second-message'], 201)['messages'];
		return [$id, $messages[$role === 'steward' ? 1 : 0]['id']];
	}

	/** A notice of the person whose card the steward keeps. */
	private function someNotice(int $card): int {
		return $this->data('POST', '/notices', 'steward', ['kind' => 'offer', 'title' => 'Une grange', 'key' => 'some-notice', 'memberId' => $card], 201)['id'];
	}

	/**
	 * The owner said something in a session, and could be introduced to a neighbour; it has ended where that is what the path is about.
	 *
	 * @return array{int, int, int, int} numbers of the session, of the owner in it, of what they said, and of the introduction
	 */
	private function someSession(string $path, int $own): array {
		$id = $this->data('POST', '/sessions', 'facilitator', ['title' => 'À la mairie', 'place' => '', 'day' => '2026-11-24', 'key' => 'some-session'], 201)['id'];
		// The people with a role here are not the other person of the two, who may answer as well.
		$this->account('neighbour');
		$neighbour = $this->card('neighbour')['id'];
		$this->data('POST', "/sessions/$id/rows", 'facilitator', ['member' => $neighbour, 'kind' => 'need', 'text' => 'Du foin', 'key' => 'other-row'], 201);
		$added = $this->data('POST', "/sessions/$id/rows", 'facilitator', ['member' => $own, 'kind' => 'offer', 'text' => 'Une grange', 'key' => 'some-row'], 201);
		[$other, $person] = array_column($added['session']['people'], 'id');
		if (str_contains($path, '{session}')) {
			return [$id, $person, $added['row'], 0];
		}
		$this->data('POST', "/sessions/$id/ending", 'facilitator', ['version' => $added['session']['version'], 'pairs' => [[$other, $person]]]);
		return [$id, $person, $added['row'], $this->data('GET', '/said', 'owner')['pairs'][0]['id']];
	}

	/** A letter, a draft or one that went out. */
	private function someLetter(bool $sent): int {
		$letter = $this->data('POST', '/letters', 'facilitator', ['kind' => 'letter', 'title' => 'Des nouvelles', 'language' => 'fr', 'from' => '2026-11-01', 'until' => '2026-11-24', 'key' => 'some-letter'], 201);
		if ($sent) {
			$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_letters` SET state = 'sent', sent_at = 1 WHERE id = {$letter['id']}");
		}
		return $letter['id'];
	}

	/** A mate and the person whose card the steward keeps agreed to be introduced. */
	private function someIntroduction(int $card): int {
		$id = $this->data('POST', "/matches/$card/introduction", 'mate', ['mediated' => true], 201)['id'];
		$this->data('POST', "/introductions/$id/accept", 'steward');
		return $id;
	}

	/** A visitor wrote to the group that the owner facilitates. */
	private function someEnquiry(): int {
		$group = $this->groupId('eau');
		$this->kernel->get(Network::class)->setAllowsShowcase(true);
		$this->kernel->get(Network::class)->setOpensShowcase(true);
		$this->data('PUT', "/groups/$group/showcase", 'owner', ['shown' => true]);
		$post = fn (string $path, array $body): Reply => $this->kernel->request('POST', "/index.php/apps/reseau/$path", null, http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']);
		$post("public/write/group/$group", ['name' => 'Sans Compte', 'email' => 'sans.compte@example.org', 'text' => 'Puis-je venir ?']);
		$mails = $this->kernel->mails();
		preg_match('~/write/(\w+)~', end($mails)['plain'], $found);
		$post("write/$found[1]", ['answer' => 'send']);
		return $this->data('GET', '/enquiries', 'owner')['enquiries'][0]['id'];
	}

	private function someSubscriber(): int {
		$row = ['position' => 1, 'address' => 'lettre@example.org', 'name' => 'Sans Compte', 'date' => '2026-11-20', 'how' => 'Registre'];
		$this->data('POST', '/subscribers/import', 'facilitator', ['rows' => [$row]]);
		return $this->data('GET', '/subscribers', 'facilitator')['subscribers'][0]['id'];
	}

	/** Its keeper has spoken with the person of a kept card. */
	private function someCall(string $card, int $id): int {
		$keeper = ['kept' => 'steward', 'kept-draft' => 'steward', 'unkept' => 'facilitator'][$card] ?? null;
		return $keeper === null ? 0 : $this->data('POST', "/members/$id/calls", $keeper, ['day' => '2026-11-20', 'how' => 'phone', 'key' => 'some-call'], 201)['calls'][0]['id'];
	}

	/** A link that a mate made between a card that the steward keeps and the owner's group. */
	private function someLink(int $card): int {
		$ends = ['a' => ['type' => 'member', 'id' => (string)$card], 'b' => ['type' => 'group', 'id' => $this->groupId('eau')]];
		return $this->data('POST', '/links', 'mate', $ends + ['relation' => 'carries'], 201)['id'];
	}

	/** @return array{int, int} number of a manifesto in the library, and of the owner's signature */
	private function someManifesto(): array {
		$folder = $this->kernel->get(IRootFolder::class)->getUserFolder('owner')->get('/Réseau commun');
		$this->kernel->get(Network::class)->setLibrary('/Réseau commun', $folder->getId());
		$file = $folder->newFile('Manifeste.md', 'Tenir parole.')->getId();
		$this->load(['sectors' => [], 'resourceKinds' => [['id' => 'manifesto', 'fr' => 'Manifeste']]]);
		$this->data('PUT', "/sheets/$file", 'owner', ['version' => 0, 'kind' => 'manifesto', 'title' => 'Manifeste']);
		$this->data('PUT', "/sheets/$file/status", 'owner', ['version' => 1, 'status' => 'published']);
		$this->data('POST', "/sheets/$file/signatures", 'owner', ['hash' => hash('sha256', 'Tenir parole.')]);
		$this->kernel->get(Mounts::class)->keepAway('newcomer');
		$this->kernel->get(Mounts::class)->rule('steward', '/Manifeste.md', true, false);
		return [$file, $this->data('GET', "/sheets/$file/signatures", 'owner')[0]['id']];
	}

	/** @return array<string, int> as of network() */
	private function networkFor(string $card): array {
		if (!isset(self::$networks[$card])) {
			parent::setUp();
			$cards = $this->network($card);
			// Homes, and the folder that all have, are made when they are first asked for.
			foreach (array_diff(self::ROLES, ['nobody']) as $uid) {
				$this->kernel->get(IRootFolder::class)->getUserFolder($uid)->get('/Réseau commun');
			}
			$db = $this->kernel->get(IDBConnection::class);
			self::$networks[$card] = [$this->kernel, $cards, new Snapshot($db)];
			$db->watch = static function (?string $sql) use ($card): void {
				self::$touched[$card][Snapshot::written($sql) ?? ''] = true;
			};
		}
		[$this->kernel, $cards, $snapshot] = self::$networks[$card];
		$snapshot->restore(array_keys(self::$touched[$card] ?? []));
		self::$touched[$card] = [];
		$this->kernel->forget();
		return $cards;
	}

	/** @return array<string, int> ids of a card of each sort; the owner's has the status of the one asked for */
	private function network(string $card = 'own'): array {
		foreach (['newcomer', 'member', 'mate', 'owner', 'steward'] as $uid) {
			$this->account($uid);
		}
		$this->facilitator('facilitator');
		$this->account('admin', ['admin']);
		$member = $this->card('member');
		$mate = $this->card('mate');
		$own = $this->card('owner', self::fullCard('o', Audience::Members));
		$kept = $this->keptCard('steward');
		$this->group('eau', $mate, $own, $kept);
		$this->load([['id' => 'eau', 'title' => 'Groupe eau', 'facilitators' => ["m{$own['id']}"], 'memberships' => [['member' => "m{$own['id']}"]]]]);
		$this->group('terre', $member);
		if ($card === 'own-paused' || $card === 'own-withdrawn') {
			$status = substr($card, strlen('own-'));
			$this->data('PUT', "/members/{$own['id']}/status", 'owner', ['status' => $status, 'version' => $own['version']]);
		}
		$unkept = $this->keptCard('facilitator');
		$this->data('PUT', "/members/{$unkept['id']}/steward", 'facilitator', ['uid' => null]);
		return [
			'own' => $own['id'],
			'own-paused' => $own['id'],
			'own-withdrawn' => $own['id'],
			'kept' => $kept['id'],
			'kept-draft' => $this->data('POST', '/members', 'steward', ['name' => 'Brouillon'], 201)['id'],
			'unkept' => $unkept['id'],
		];
	}
}
