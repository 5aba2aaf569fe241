<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Enquiry\AboutType;
use OCA\Reseau\Enquiry\EnquiryMapper;
use OCA\Reseau\Enquiry\EnquiryText;
use OCA\Reseau\Enquiry\Words;
use OCA\Reseau\Matching\IntroductionMapper;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\Group\GroupTestCase;
use OCA\Reseau\Tests\Orphans;
use OCA\Reseau\Tests\OtherProcess;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Reply;
use Sandbox\Service\Database;
use Sandbox\Service\Talk;
use Sandbox\Service\Tree;

/**
 * Two concurrent requests, interleaved at every relevant moment: before each write of one request, which has read by then what it decides by, and
 * before it reads its answer, the other request begins in another process. It is done meanwhile, or waits until the first is done.
 * In all cases, no row belongs to a deleted group or person, nothing is in the public showcase that nobody is left to have put there, no row exists twice,
 * and neither answer is an error.
 */
#[Group('databases')]
class RacesTest extends GroupTestCase {
	/** What needs a sheet that the person whose card is erased has written. */
	private const OF_A_SHEET = ['saveSheet', 'nameInSheet', 'draftSheet', 'showSheet', 'evaluate', 'sign', 'deleteSecond'];

	/** Milliseconds after which who has not answered is taken to wait for what the first has written; who does not wait answers later. SQLite has one writer. */
	private const WAITS = 40;

	private string $folder;

	private string|false $before;

	private OtherProcess $other;

	protected function setUp(): void {
		$this->before = getenv('RESEAU_DSN');
		$this->folder = sys_get_temp_dir() . '/reseau-races-' . bin2hex(random_bytes(4));
		mkdir($this->folder);
		if ($this->before === false) {
			putenv("RESEAU_DSN=sqlite:///$this->folder/races.sqlite");
		}
		parent::setUp();
		$this->kernel->config['sandbox.apps'] = 'spreed';
		$this->other = new OtherProcess("$this->folder/state", (string)getenv('RESEAU_DSN'), $this->kernel->clock->getTime());
	}

	protected function tearDown(): void {
		$this->other->stop();
		unset($this->kernel);
		putenv($this->before === false ? 'RESEAU_DSN' : "RESEAU_DSN=$this->before");
		array_map(unlink(...), array_filter(glob("$this->folder/{*,*/*,*/*/*}", GLOB_BRACE), is_file(...)));
		array_map(rmdir(...), [...glob("$this->folder/*/*"), ...glob("$this->folder/*"), $this->folder]);
	}

	/** @return iterable<string, array{string, string}> */
	public static function pairs(): iterable {
		foreach (['join', 'people', 'invite', 'accept', 'admit', 'asks', 'make', 'talk'] as $one) {
			yield "$one while the group is deleted" => [$one, 'deleteGroup'];
			yield "the group is deleted during $one" => ['deleteGroup', $one];
		}
		foreach (['join', 'people', 'accept', 'asks', 'make', 'undo'] as $one) {
			yield "$one while the group is undone" => [$one, 'undo'];
			yield "the group is undone during $one" => ['undo', $one];
		}
		foreach (['join', 'people', 'accept', 'decline', 'message', 'propose', 'agree'] as $one) {
			yield "$one while the card is erased" => [$one, 'deleteCard'];
			yield "the card is erased during $one" => ['deleteCard', $one];
		}
		foreach (['join', 'people', 'invite', 'accept', 'charter', 'asks', 'decline', 'message', 'propose', 'agree', 'deleteGroup', 'deleteCard'] as $one) {
			yield "$one twice" => [$one, $one];
		}
		foreach ([['tell', 'tell'], ['tell', 'deleteGroup'], ['tell', 'deleteCard'], ['deleteCard', 'tell'], ['tell', 'leave'], ['tell', 'tellBack']] as [$one, $other]) {
			yield "$other during $one" => [$one, $other];
		}
		foreach (['saveSheet', 'nameInSheet', 'draftSheet', 'showSheet', 'evaluate', 'sign', 'link', 'answerVisitor', 'deleteSecond'] as $one) {
			yield "$one while the card is erased" => [$one, 'deleteCard'];
			yield "the card is erased during $one" => ['deleteCard', $one];
		}
		foreach (['saveSheet', 'showSheet'] as $one) {
			yield "$one while the card is withdrawn" => [$one, 'withdraw'];
			yield "the card is withdrawn during $one" => ['withdraw', $one];
		}
		foreach (['evaluate', 'sign', 'link'] as $one) {
			yield "$one twice" => [$one, $one];
		}
		foreach (['say', 'endSession', 'publish'] as $one) {
			yield "$one while the card is erased" => [$one, 'deleteCard'];
			yield "the card is erased during $one" => ['deleteCard', $one];
			yield "$one twice" => [$one, $one];
		}
		foreach ([['say', 'endSession'], ['deleteSession', 'endSession'], ['say', 'deleteSession'], ['publish', 'deleteSession'], ['propose', 'proposeBack'], ['agree', 'takeBack'], ['agree', 'declineBack'], ['propose', 'declineBack']] as [$one, $other]) {
			yield "$one during $other" => [$other, $one];
			yield "$other during $one" => [$one, $other];
		}
	}

	#[DataProvider('pairs')]
	public function testConcurrentRequests(string $first, string $second): void {
		$moments = 0;
		do {
			[$asked, $meanwhile] = $this->prepare($first, $second, $moments);
			$reply = $this->interrupted($asked, $meanwhile, $moments);
			if ($reply !== null) {
				$answer = $this->other->answer();
				$where = "$first, $second at write $moments";
				self::assertLessThan(500, $reply->status, "$where: $reply->error");
				self::assertLessThan(500, $answer['status'], "$where: {$answer['error']}");
				self::assertSame([], Orphans::find($this->kernel->get(IDBConnection::class)), $where);
				self::assertContains($reply->status, [200, 201, 400, 403, 404, 409, 422], $where);
				self::assertSame([], $this->peopleOfUndone(), $where);
				self::assertSame([], $this->leftOfErased(), $where);
			}
			$moments++;
		} while ($reply !== null);
		self::assertGreaterThan(2, $moments);
	}

	/** @return list<array{string}> */
	public static function textsOfTheNetwork(): array {
		return [['/network/welcome'], ['/network/letter/opening'], ['/network/letter/closing']];
	}

	#[DataProvider('textsOfTheNetwork')]
	public function testOneOfTwoTextsIsWritten(string $path): void {
		$change = fn (string $text): array => ['PUT', $path, 'nadege', ['text' => $text, 'was' => $this->data('GET', $path, 'nadege')['text']]];
		$moments = 0;
		do {
			$this->kernel->resetLimits();
			$reply = $this->interrupted($change("Un $moments"), $change("Deux $moments"), $moments);
			if ($reply !== null) {
				$statuses = ["Un $moments" => $reply->status, "Deux $moments" => $this->other->answer()['status']];
				self::assertEqualsCanonicalizing([200, 409], array_values($statuses), "at write $moments");
				self::assertSame(array_search(200, $statuses, true), $this->data('GET', $path, 'nadege')['text']);
			}
			$moments++;
		} while ($reply !== null);
		self::assertGreaterThan(2, $moments);
	}

	/** @return list<array{string}> */
	public static function withAConversation(): array {
		return [['group'], ['session']];
	}

	#[DataProvider('withAConversation')]
	public function testBothGetTheConversationInTalkThatWasFirst(string $of): void {
		$address = static fn (array $data): string => $of === 'group' ? $data['channel']['value'] : $data['talk'];
		$moments = 0;
		do {
			Talk::$conversations = [];
			$path = $of === 'group'
				? "/groups/{$this->make(['title' => "Groupe $moments"])['id']}"
				: "/sessions/{$this->data('POST', '/sessions', 'nadege', ['title' => 'Séance', 'place' => '', 'day' => '2026-11-24', 'key' => "session-$moments"], 201)['id']}";
			$create = ['POST', "$path/talk", $of === 'group' ? 'odile' : 'nadege', null];
			$this->kernel->resetLimits();
			$reply = $this->interrupted($create, $create, $moments);
			if ($reply !== null) {
				$answer = $this->other->answer();
				$where = "at write $moments";
				self::assertSame([200, 200], [$reply->status, $answer['status']], "$where: $reply->error{$answer['error']}");
				$kept = $address($reply->data());
				self::assertSame($kept, $address($answer['data']), $where);
				self::assertSame($kept, $address($this->data('GET', $path, $create[2])), $where);
				self::assertSame([], array_diff(array_keys(Talk::$conversations), [basename($kept)]), "$where: the one that came second is deleted");
			}
			$moments++;
		} while ($reply !== null);
		self::assertGreaterThan(2, $moments);
	}

	/** @return list<mixed> people who are in a group that is being undone, or ask to be, besides Odile, who makes all groups */
	private function peopleOfUndone(): array {
		$result = $this->kernel->get(IDBConnection::class)->executeQuery(
			'SELECT m.group_id, m.member_id, m.state FROM `*PREFIX*reseau_memberships` m JOIN `*PREFIX*reseau_groups` g ON g.id = m.group_id'
			. " WHERE g.undone_from IS NOT NULL AND m.state IN ('active', 'unsigned', 'requested') AND m.member_id <> ?",
			[$this->cards['odile']['id']],
		);
		return $result->fetchAll();
	}

	/** @return list<mixed> stories in the public showcase none of whose authors has stayed, and answers to visitors by accounts whose card is erased */
	private function leftOfErased(): array {
		$result = $this->kernel->get(IDBConnection::class)->executeQuery(
			'SELECT s.title FROM `*PREFIX*reseau_sheets` s WHERE s.showcased = true AND NOT EXISTS (SELECT 1 FROM `*PREFIX*reseau_sheet_authors` a JOIN `*PREFIX*reseau_members` m ON m.id = a.member_id'
			. " WHERE a.sheet_id = s.id AND m.status <> 'withdrawn')"
			. ' UNION SELECT e.answered_uid FROM `*PREFIX*reseau_enquiries` e WHERE e.answer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `*PREFIX*reseau_members` m WHERE m.uid = e.answered_uid)',
		);
		return $result->fetchAll();
	}

	/**
	 * A group with one request, one invitation, and people who may join.
	 *
	 * @return array{array{string, string, string, ?array<string, mixed>}, array{string, string, string, ?array<string, mixed>}} the two requests
	 */
	private function prepare(string $first, string $second, int $moment): array {
		$this->charter("Tenir parole $moment.");
		$id = $this->make(['title' => "Groupe $moment", 'join' => 'open'])['id'];
		$needs = [$first, $second];
		// The erased card is that of the person who joins.
		if (in_array('withdraw', $needs, true) && $moment > 0) {
			$this->data('DELETE', '/members/me', 'linh');
		}
		$owner = array_intersect(['people', 'accept'], $needs) === [] ? 'linh' : 'odile';
		$kept = $owner === 'odile'
			? $this->keptCard('odile', ['name' => "Kept $moment"])['id']
			: $this->ask('GET', '/members/me', 'linh')->data()['id'] ?? $this->card('linh', ['name' => 'Linh'])['id'];
		if (in_array('accept', $needs, true)) {
			$this->data('POST', "/groups/$id/invitations", 'odile', ['memberId' => $kept]);
		}
		if (in_array('admit', $needs, true)) {
			$this->data('PUT', "/groups/$id", 'odile', ['join' => 'request', 'version' => 1]);
			$this->data('POST', "/groups/$id/join", 'yamina', ['charter' => $moment + 1]);
		}
		if (in_array('tell', $needs, true)) {
			$this->data('POST', "/groups/$id/join", 'linh', ['charter' => $moment + 1]);
		}
		$proposal = $this->proposal($kept, $needs);
		[$session, $row, $version] = array_intersect(['say', 'endSession', 'publish', 'deleteSession'], $needs) === [] ? [0, 0, 0] : $this->session($kept, $moment, in_array('publish', $needs, true));
		$charter = $moment + 1;
		[$file, $coauthor] = array_intersect(self::OF_A_SHEET, $needs) === [] ? [0, 0] : $this->sheet($kept, $moment, $needs);
		$words = ['version' => $this->ask('GET', "/sheets/$file", 'nadege')->data()['version'] ?? 0, 'kind' => 'manifesto', 'title' => "Neuf $moment"];
		$requests = [
			'saveSheet' => ['PUT', "/sheets/$file", 'nadege', $words],
			'nameInSheet' => ['PUT', "/sheets/$file", 'nadege', $words + ['authors' => [$kept]]],
			'draftSheet' => ['PUT', "/sheets/$file/status", 'nadege', ['version' => $words['version'], 'status' => 'draft']],
			'showSheet' => ['PUT', "/sheets/$file/showcase", 'linh', ['shown' => true]],
			'evaluate' => ['PUT', "/sheets/$file/evaluation", 'linh', ['standpoint' => 'Maire', 'answers' => ['helps' => 'Oui']]],
			'sign' => ['POST', "/sheets/$file/signatures", 'linh', ['hash' => $this->ask('GET', "/sheets/$file", 'linh')->data()['signing']['hash'] ?? '']],
			'link' => ['POST', '/links', 'nadege', ['a' => ['type' => 'member', 'id' => (string)$kept], 'relation' => 'inspired-by', 'b' => ['type' => 'member', 'id' => in_array('link', $needs, true) ? (string)$this->keptCard('nadege', ['name' => "Lien $moment"])['id'] : '']]],
			'answerVisitor' => ['POST', '/enquiries/' . (in_array('answerVisitor', $needs, true) ? $this->enquiry($moment) : 0) . '/answer', 'linh', ['text' => 'Oui, venez.']],
			'withdraw' => ['PUT', "/members/$kept/status", 'linh', ['status' => 'withdrawn', 'version' => in_array('withdraw', $needs, true) ? $this->data('GET', "/members/$kept", 'linh')['version'] : 0]],
			'deleteSecond' => ['DELETE', "/members/$coauthor", 'nadege', null],
			'say' => ['POST', "/sessions/$session/rows", 'nadege', ['member' => $kept, 'kind' => 'offer', 'text' => 'Du foin', 'key' => "say-$moment-key"]],
			'endSession' => ['POST', "/sessions/$session/ending", 'nadege', ['version' => $version]],
			'deleteSession' => ['DELETE', "/sessions/$session", 'nadege', null],
			'publish' => ['POST', "/said/$row/notice", $owner, []],
			'join' => ['POST', "/groups/$id/join", 'linh', ['charter' => $charter, 'commitment' => 'Les citernes']],
			'people' => ['POST', "/groups/$id/people", 'odile', ['memberId' => $kept, 'how' => 'Au téléphone', 'charter' => $charter]],
			'invite' => ['POST', "/groups/$id/invitations", 'odile', ['memberId' => $this->cards['yamina']['id']]],
			'accept' => ['POST', "/groups/$id/people/$kept/accept", 'odile', ['how' => 'Au téléphone', 'charter' => $charter]],
			'admit' => ['POST', "/groups/$id/people/{$this->cards['yamina']['id']}/admit", 'odile', null],
			'asks' => ['POST', "/groups/$id/asks", 'odile', ['people' => [['key' => 'a', 'name' => 'Iris', 'email' => "iris$moment@example.org"]]]],
			'undo' => ['POST', "/groups/$id/making/undo", 'odile', ['runner' => 'u']],
			'make' => ['POST', "/groups/$id/making/lease", 'odile', ['runner' => 'r']],
			'talk' => ['POST', "/groups/$id/talk", 'odile', null],
			'decline' => ['POST', "/matches/{$this->cards['yamina']['id']}/decline", 'linh', []],
			'propose' => ['POST', "/matches/{$this->cards['yamina']['id']}/introduction", 'linh', ['mediated' => false]],
			'proposeBack' => ['POST', "/matches/$kept/introduction", 'yamina', ['mediated' => false]],
			'declineBack' => ['POST', "/matches/$kept/decline", 'yamina', []],
			'agree' => ['POST', "/introductions/$proposal/accept", 'yamina', null],
			'takeBack' => ['DELETE', "/introductions/$proposal", 'linh', null],
			'charter' => ['PUT', '/charter/acceptance', 'linh', ['version' => $charter]],
			'message' => ['POST', "/members/$kept/conversations", 'yamina', ['text' => 'La grange est-elle libre ?', 'key' => "message-$moment"]],
			'tell' => ['POST', "/groups/$id/conversations", 'odile', ['text' => 'À jeudi.', 'to' => 'people', 'key' => "to-all-$moment"]],
			'tellBack' => ['POST', "/groups/$id/conversations", 'linh', ['text' => 'Entendu.', 'to' => 'people', 'key' => "to-all-$moment"]],
			'leave' => ['POST', "/groups/$id/leave", 'linh', ['note' => '']],
			'deleteGroup' => ['DELETE', "/groups/$id", 'odile', null],
			'deleteCard' => ['DELETE', "/members/$kept", $owner, null],
		];
		$this->kernel->resetLimits();
		return [$requests[$first], $requests[$second]];
	}

	/**
	 * A text of the person whose card is erased, in the showcase unless it is yet to be put there. They wrote it with a second person, if that one is erased
	 * too; they are yet to be named in it, if that is what is done.
	 *
	 * @param list<string> $needs
	 * @return array{int, int} its file, and the card of the second person
	 */
	private function sheet(int $author, int $moment, array $needs): array {
		$tree = $this->kernel->get(Tree::class);
		$file = $tree->make('nadege', Tree::COMMON . "/Texte $moment.md", 'Un texte.')[0];
		$network = $this->kernel->get(Network::class);
		$network->setLibrary(Tree::COMMON, $tree->find('nadege', Tree::COMMON)['id']);
		$network->setAllowsShowcase(true);
		$network->setOpensShowcase(true);
		$second = in_array('deleteSecond', $needs, true) ? $this->keptCard('nadege', ['name' => "Second $moment"])['id'] : 0;
		$authors = in_array('nameInSheet', $needs, true) ? [] : array_filter([$author, $second]);
		$this->data('PUT', "/sheets/$file", 'nadege', ['version' => 0, 'kind' => 'manifesto', 'title' => "Texte $moment", 'authors' => array_values($authors)]);
		$this->data('PUT', "/sheets/$file/status", 'nadege', ['version' => 1, 'status' => 'published']);
		if ($authors !== [] && !in_array('showSheet', $needs, true)) {
			$this->data('PUT', "/sheets/$file/showcase", 'linh', ['shown' => true]);
		}
		return [$file, $second];
	}

	/** What a visitor has sent to a group that Linh facilitates. */
	private function enquiry(int $moment): int {
		$enquiries = $this->kernel->get(EnquiryMapper::class);
		$enquiries->store([
			'about_type' => AboutType::Group->value,
			'about_id' => $this->make(['title' => "De Linh $moment"], 'linh')['id'],
			'data' => $this->kernel->get(EnquiryText::class)->write(new Words('Zoé Alric', 'zoe@example.org', 'Bonjour.')),
			'token_hash' => "token $moment",
			'same_hash' => "same $moment",
			'address_hash' => "address $moment",
			'slot' => 1,
			'written_at' => $this->kernel->clock->getTime(),
		]);
		$id = (int)$enquiries->findByToken("token $moment")?->getId();
		$enquiries->send($id, $this->kernel->clock->getTime());
		return $id;
	}

	/**
	 * The person whose card is erased, and a new one, said something in a session, which may have ended.
	 *
	 * @return array{int, int, int} numbers of the session and of what the first said, version to end it from
	 */
	private function session(int $card, int $moment, bool $ended): array {
		$id = $this->data('POST', '/sessions', 'nadege', ['title' => "Séance $moment", 'place' => '', 'day' => '2026-11-24', 'key' => "session-$moment"], 201)['id'];
		$row = $this->data('POST', "/sessions/$id/rows", 'nadege', ['member' => $card, 'kind' => 'need', 'text' => 'Un four', 'key' => "first-$moment-key"], 201)['row'];
		$version = $this->data('POST', "/sessions/$id/rows", 'nadege', ['name' => "Nouvelle $moment", 'agreed' => true, 'kind' => 'offer', 'text' => 'Du pain', 'key' => "other-$moment-key"], 201)['session']['version'];
		if ($ended) {
			$this->data('POST', "/sessions/$id/ending", 'nadege', ['version' => $version]);
		}
		return [$id, $row, $version];
	}

	/**
	 * A proposal to meet that nobody has answered, if one is needed; otherwise none between the two.
	 *
	 * @param list<string> $needs
	 */
	private function proposal(int $card, array $needs): int {
		foreach ($this->data('GET', '/introductions', 'linh')['introductions'] as $old) {
			$this->kernel->get(IntroductionMapper::class)->delete($this->kernel->get(IntroductionMapper::class)->find($old['id']));
		}
		$this->data('DELETE', "/matches/$card/decline", 'yamina');
		return in_array('agree', $needs, true)
			? $this->data('POST', "/matches/{$this->cards['yamina']['id']}/introduction", 'linh', ['mediated' => false], 201)['id'] : 0;
	}

	/** On a server, which says that a request waits for a row of ours: then there is no reason to wait for it until WAITS. */
	private function untilItAnswersOrWaits(Database $db): void {
		$waiting = $db->provider === IDBConnection::PLATFORM_POSTGRES
			? 'SELECT COUNT(*) FROM pg_locks WHERE NOT granted'
			: "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'";
		$end = hrtime(true) + self::WAITS * 1_000_000;
		while (!$this->other->hasAnswered(2) && (int)$db->doctrine->fetchOne($waiting) === 0 && hrtime(true) < $end);
	}

	/**
	 * @param array{string, string, string, ?array<string, mixed>} $asked
	 * @param array{string, string, string, ?array<string, mixed>} $meanwhile begins before the write of this number
	 * @return ?Reply null if there are fewer writes
	 */
	private function interrupted(array $asked, array $meanwhile, int $at): ?Reply {
		$db = $this->kernel->get(IDBConnection::class);
		$alone = $db->getDatabaseProvider() === IDBConnection::PLATFORM_SQLITE;
		$writes = 0;
		$holds = false;
		$before = '';
		$db->watch = function (string $sql) use (&$writes, &$holds, &$before, $db, $alone, $at, $meanwhile): void {
			$isWrite = !str_starts_with($sql, 'SELECT');
			// What is read for the answer once all is written counts too.
			if (($isWrite || $before === 'COMMIT') && $writes++ === $at) {
				$this->other->ask($meanwhile[0], self::API . $meanwhile[1], $meanwhile[2], $meanwhile[3]);
				$holds && !$alone ? $this->untilItAnswersOrWaits($db) : $this->other->hasAnswered(OtherProcess::PATIENCE, $holds && $db->inTransaction());
			}
			$holds = $sql !== 'COMMIT' && ($holds || $isWrite);
			$before = $sql;
		};
		try {
			$reply = $this->ask(...$asked);
		} finally {
			$db->watch = null;
		}
		return $writes > $at ? $reply : null;
	}
}
