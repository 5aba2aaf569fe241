<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Member\Event\MemberMerged;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** What members say of sheets, who signs them, and what becomes of it when people or groups go. */
#[Group('databases')]
class VoicesTest extends LibraryTestCase {
	private const TEXT = 'Nous tiendrons parole.';

	private function manifesto(string $kind = 'manifesto'): int {
		$file = $this->file("$kind.md", self::TEXT);
		$this->published($file, ['kind' => $kind, 'title' => 'Manifeste']);
		return $file;
	}

	private function sign(int $file, string $uid, string $text = self::TEXT): array {
		return $this->data('POST', "/sheets/$file/signatures", $uid, ['hash' => hash('sha256', $text)]);
	}

	/** @return list<string> */
	private function names(int $file, string $uid): array {
		return array_column($this->data('GET', "/sheets/$file/signatures", $uid), 'name');
	}

	public function testOneEvaluationOfEachMember(): void {
		$file = $this->file('a.md');
		$this->published($file);
		foreach (['odile' => 'Voisine', 'linh' => 'Élu'] as $uid => $standpoint) {
			$this->data('PUT', "/sheets/$file/evaluation", $uid, ['standpoint' => $standpoint, 'answers' => ['helps' => $standpoint]]);
		}
		$this->data('PUT', "/sheets/$file/evaluation", 'odile', ['standpoint' => 'Voisine du haut', 'answers' => ['hinders' => 'La pluie']]);
		$seen = $this->data('GET', "/sheets/$file", 'linh')['evaluations'];
		self::assertSame([['Linh', 'Élu', true], ['Odile', 'Voisine du haut', false]], array_map(static fn (array $one): array => [$one['by']['name'], $one['standpoint'], $one['mine']], $seen));
		self::assertSame(['helps' => '', 'hinders' => 'La pluie', 'elsewhere' => '', 'conditions' => ''], $seen[1]['answers']);
		self::assertCount(1, $this->data('DELETE', "/sheets/$file/evaluation", 'odile')['evaluations']);
		$this->assertRefused(400, 'standpoint_missing', 'PUT', "/sheets/$file/evaluation", 'odile', ['standpoint' => ' ', 'answers' => ['helps' => 'b']]);
		$this->assertRefused(400, 'answers_missing', 'PUT', "/sheets/$file/evaluation", 'odile', ['standpoint' => 'Voisine', 'answers' => ['helps' => ' ']]);
		$this->account('nora');
		$this->assertRefused(404, 'no_card', 'PUT', "/sheets/$file/evaluation", 'nora', ['standpoint' => 'a', 'answers' => ['helps' => 'b']]);
		self::assertFalse($this->data('GET', "/sheets/$file", 'nora')['can']['evaluate']);
	}

	public function testDraftsAndDeletedFilesCannotBeEvaluated(): void {
		$file = $this->file('a.md');
		$evaluation = ['standpoint' => 'Voisine', 'answers' => ['helps' => 'Tout']];
		$this->draft($file);
		$this->assertRefused(409, 'not_evaluable', 'PUT', "/sheets/$file/evaluation", 'odile', $evaluation);
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 1, 'status' => 'published']);
		$this->data('PUT', "/sheets/$file/evaluation", 'linh', $evaluation);
		$this->files('odile')->get(self::ROOT . '/a.md')->delete();
		$this->assertRefused(409, 'not_evaluable', 'PUT', "/sheets/$file/evaluation", 'linh', $evaluation);
		// Authors can still withdraw what they wrote.
		self::assertSame([], $this->data('DELETE', "/sheets/$file/evaluation", 'linh')['evaluations']);
	}

	public function testASignatureAppliesToTheVersionThatWasRead(): void {
		$file = $this->manifesto();
		self::assertSame(['total' => 0, 'mine' => null], array_diff_key($this->data('GET', "/sheets/$file", 'linh')['signing'], ['hash' => 0]));
		$this->sign($file, 'linh');
		$this->sign($file, 'odile');
		self::assertSame(2, $this->sign($file, 'linh')['signing']['total']);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 86400);
		$this->files('odile')->get(self::ROOT . '/manifesto.md')->putContent('Autrement.');
		self::assertSame(['2026-11-24', false], array_values(array_intersect_key($this->data('GET', "/sheets/$file", 'linh')['signing']['mine'], ['day' => 0, 'current' => 0])));
		$this->assertRefused(409, 'version_changed', 'POST', "/sheets/$file/signatures", 'linh', ['hash' => hash('sha256', self::TEXT)]);
		self::assertSame(['2026-11-25', true], array_values(array_intersect_key($this->sign($file, 'linh', 'Autrement.')['signing']['mine'], ['day' => 0, 'current' => 0])));
		self::assertSame([true, false], array_column($this->data('GET', "/sheets/$file/signatures", 'odile'), 'current'));
		[$linh, $odile] = $this->data('GET', "/sheets/$file/signatures", 'odile');
		self::assertSame([false, true], [$linh['can']['withdraw'], $odile['can']['withdraw']]);
		$this->assertRefused(403, 'not_yours', 'DELETE', "/sheets/$file/signatures/{$linh['id']}", 'odile');
		$this->assertRefused(403, 'not_yours', 'DELETE', "/sheets/$file/signatures/{$linh['id']}", 'romain');
		$this->data('DELETE', "/sheets/$file/signatures/{$odile['id']}", 'odile');
		self::assertSame(['Linh'], $this->names($file, 'odile'));
	}

	public function testOnlyPeopleWithAVisibleCardSignAndOnlyPublishedTexts(): void {
		$file = $this->manifesto('charter');
		$card = $this->cards['linh'];
		$this->sign($file, 'linh');
		$paused = $this->data('PUT', "/members/{$card['id']}/status", 'linh', ['status' => 'paused', 'version' => $card['version']]);
		// Hidden people are neither listed nor counted for others.
		self::assertSame([[], 0], [$this->names($file, 'odile'), $this->data('GET', "/sheets/$file", 'odile')['signing']['total']]);
		self::assertSame([['Linh'], 1], [$this->names($file, 'linh'), $this->data('GET', "/sheets/$file", 'linh')['signing']['total']]);
		$this->assertRefused(422, 'card_hidden', 'POST', "/sheets/$file/signatures", 'linh', ['hash' => hash('sha256', self::TEXT)]);
		$this->data('PUT', "/members/{$card['id']}/status", 'linh', ['status' => 'published', 'version' => $paused['version']]);
		self::assertSame(['Linh'], $this->names($file, 'odile'));
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 2, 'status' => 'draft']);
		$this->assertRefused(409, 'not_signable', 'POST', "/sheets/$file/signatures", 'odile', ['hash' => hash('sha256', self::TEXT)]);
		$folder = $this->files('odile')->get(self::ROOT)->newFolder('Dossier')->getId();
		$sheet = $this->published($folder, ['kind' => 'manifesto']);
		self::assertNull($sheet['signing']);
		$this->assertRefused(409, 'not_signable', 'GET', "/sheets/$folder/signatures", 'odile');
	}

	public function testFacilitatorsEnterPaperSignaturesAndSeeWhereTheyAreKept(): void {
		$file = $this->manifesto();
		$paper = ['name' => '  Jeanne   Papier ', 'day' => '2026-10-01', 'how' => 'Classeur'];
		$this->assertRefused(403, 'not_yours', 'POST', "/sheets/$file/signatures/paper", 'odile', $paper);
		$entered = $this->data('POST', "/sheets/$file/signatures/paper", 'romain', $paper, 201);
		self::assertSame(['Jeanne Papier', 'Classeur', 'paper', null, true], [$entered['name'], $entered['note'], $entered['how'], $entered['member'], $entered['can']['withdraw']]);
		self::assertSame('', $this->data('GET', "/sheets/$file/signatures", 'odile')[0]['note']);
		$this->assertRefused(403, 'not_yours', 'DELETE', "/sheets/$file/signatures/{$entered['id']}", 'odile');
		self::assertSame(0, $this->data('DELETE', "/sheets/$file/signatures/{$entered['id']}", 'romain')['signing']['total']);
	}

	public function testEvaluationsAndSignaturesAreDeletedWithTheCard(): void {
		$file = $this->manifesto();
		$this->data('PUT', "/sheets/$file", 'odile', ['version' => 2, 'authors' => [$this->cards['linh']['id'], $this->cards['odile']['id']]]);
		$this->sign($file, 'linh');
		$this->data('PUT', "/sheets/$file/evaluation", 'linh', ['standpoint' => 'Voisin', 'answers' => ['helps' => 'Tout']]);
		$own = $this->data('GET', "/members/{$this->cards['linh']['id']}/export", 'linh');
		self::assertSame([[['title' => 'Manifeste', 'file' => $file]], 'Voisin', 'Manifeste'], [$own['sheets'], $own['evaluations'][0]['standpoint'], $own['signatures'][0]['text']]);
		$this->kernel->get(IUserManager::class)->get('linh')->delete();
		$seen = $this->data('GET', "/sheets/$file", 'odile');
		self::assertSame([['Odile'], [], 0], [array_column($seen['authors'], 'name'), $seen['evaluations'], $seen['signing']['total']]);
		$db = $this->kernel->get(IDBConnection::class);
		foreach (['reseau_sheet_authors', 'reseau_evaluations', 'reseau_signatures'] as $table) {
			self::assertSame(0, (int)$db->executeQuery("SELECT COUNT(*) FROM `*PREFIX*$table` WHERE member_id = {$this->cards['linh']['id']}")->fetchOne(), $table);
		}
	}

	public function testMergedCardsHaveOneEvaluationAndSignature(): void {
		$file = $this->manifesto();
		$other = $this->file('b.md');
		$this->published($other, ['authors' => [$this->cards['linh']['id']]]);
		foreach (['linh', 'odile'] as $uid) {
			$this->sign($file, $uid);
			$this->data('PUT', "/sheets/$file/evaluation", $uid, ['standpoint' => $uid, 'answers' => ['helps' => 'a']]);
		}
		$this->data('PUT', "/sheets/$other/evaluation", 'linh', ['standpoint' => 'Voisin', 'answers' => ['helps' => 'a']]);
		$this->kernel->get(IEventDispatcher::class)->dispatchTyped(new MemberMerged($this->cards['linh']['id'], $this->cards['odile']['id']));
		self::assertSame(['Odile'], $this->names($file, 'romain'));
		self::assertSame(['odile'], array_column($this->data('GET', "/sheets/$file", 'romain')['evaluations'], 'standpoint'));
		$seen = $this->data('GET', "/sheets/$other", 'romain');
		self::assertSame(['Odile', 'Odile'], [$seen['authors'][0]['name'], $seen['evaluations'][0]['by']['name']]);
	}

	public function testASheetIsKeptWithoutItsDeletedGroup(): void {
		$this->group('banc', $this->cards['odile']);
		$group = $this->groupId('banc');
		$file = $this->file('a.md');
		$this->published($file, ['groups' => [(int)$group]]);
		self::assertSame(['Le banc'], $this->titles('linh', ['facet' => ['group' => [$group]]]));
		$this->kernel->get(IEventDispatcher::class)->dispatchTyped(new \OCA\Reseau\Group\Event\GroupDeleted((int)$group));
		self::assertSame([[], []], [$this->titles('linh', ['facet' => ['group' => [$group]]]), $this->data('GET', "/sheets/$file", 'linh')['groups']]);
	}

	public function testEvaluationsAreDeletedWithTheSheet(): void {
		$file = $this->manifesto();
		$this->data('PUT', "/sheets/$file", 'odile', ['version' => 2, 'summary' => 'Solennel']);
		$this->sign($file, 'linh');
		$this->data('PUT', "/sheets/$file/evaluation", 'linh', ['standpoint' => 'Voisin', 'answers' => ['helps' => 'a']]);
		$this->data('DELETE', "/sheets/$file?version=3", 'odile');
		$this->published($file, ['kind' => 'manifesto']);
		$seen = $this->data('GET', "/sheets/$file", 'linh');
		self::assertSame([[], 0], [$seen['evaluations'], $seen['signing']['total']]);
		self::assertSame([], $this->titles('linh', ['q' => 'solennel']));
	}

	/** @return array{string, string} token of the last mail, and its text */
	private function mailed(): array {
		$mails = $this->kernel->mails();
		$mail = json_encode(end($mails), JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
		self::assertSame(1, preg_match('~/sign/([A-Za-z0-9]+)~', $mail, $found), $mail);
		return [$found[1], $mail];
	}

	private function page(string $token, ?array $answer = null, int $status = 200): string {
		$reply = $this->kernel->request($answer === null ? 'GET' : 'POST', "/index.php/apps/reseau/sign/$token", null, $answer);
		self::assertSame($status, $reply->status, $reply->body . $reply->error);
		return html_entity_decode($reply->body);
	}

	private function askByMail(int $file, string $email = 'paul@example.org'): array {
		return $this->data('POST', "/sheets/$file/signatures/mail", 'romain', ['name' => 'Paul Courriel', 'email' => $email], 201);
	}

	private function rows(): string {
		return json_encode($this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_signatures`')->fetchAll(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
	}

	public function testAPersonAskedByMailReadsTheTextAndSigns(): void {
		$file = $this->manifesto();
		self::assertTrue($this->askByMail($file)['waiting']);
		self::assertStringNotContainsString('Paul', $this->rows());
		self::assertStringNotContainsString('paul@', $this->rows());
		self::assertSame([['Paul Courriel'], []], [$this->names($file, 'romain'), $this->names($file, 'odile')]);
		[$token] = $this->mailed();
		$page = $this->page($token);
		foreach ([self::TEXT, 'Paul Courriel', 'Manifeste', hash('sha256', self::TEXT)] as $there) {
			self::assertStringContainsString($there, $page);
		}
		$text = $this->kernel->request('GET', "/index.php/apps/reseau/sign/$token/text");
		self::assertSame([200, self::TEXT, "attachment; filename*=utf-8''manifesto.md"], [$text->status, $text->body, $text->headers['Content-Disposition']]);
		// Nothing is signed by opening it, nor in a version that was not read.
		self::assertSame(0, $this->data('GET', "/sheets/$file", 'odile')['signing']['total']);
		self::assertStringContainsString('role="alert"', $this->page($token, ['answer' => 'sign', 'name' => 'Paul', 'hash' => hash('sha256', 'Autre')]));
		self::assertStringContainsString('role="alert"', $this->page($token, ['answer' => 'sign', 'name' => ' ', 'hash' => hash('sha256', self::TEXT)]));
		self::assertStringContainsString('role="alert"', $this->page($token, ['answer' => 'sign', 'name' => str_repeat('a', 121), 'hash' => hash('sha256', self::TEXT)]));
		$this->page($token, ['answer' => 'sign', 'name' => 'Paul C.', 'hash' => hash('sha256', self::TEXT)]);
		self::assertSame(['Paul C.'], $this->names($file, 'odile'));
		self::assertStringContainsString('withdraw', $this->page($token));
		$this->assertRefused(409, 'already_asked', 'POST', "/sheets/$file/signatures/mail", 'romain', ['name' => 'Paul', 'email' => 'PAUL@example.org']);
		$this->page($token, ['answer' => 'refuse'], 404);
		$this->page($token, ['answer' => 'withdraw']);
		self::assertSame('[]', $this->rows());
		$this->page($token, null, 404);
	}

	public function testAMarkdownTextIsShownWithoutItsSyntax(): void {
		$file = $this->file('texte.md', "# Manifeste\n\n**Nous, les voisins,** tenons *parole*.\n\n1. 2 * 3 * 4 bancs\n## Fin\nsnake_case_name");
		$this->published($file, ['kind' => 'manifesto', 'title' => 'Manifeste']);
		$this->askByMail($file);
		[$token] = $this->mailed();
		self::assertStringContainsString(">Nous, les voisins, tenons parole.\n\n1. 2 * 3 * 4 bancs\nFin\nsnake_case_name</p>", $this->page($token));
	}

	public function testAPersonWhoRefusesIsNotAskedAgainAndTheirDataIsDeleted(): void {
		$file = $this->manifesto();
		$this->askByMail($file);
		[$token] = $this->mailed();
		$this->page($token, ['answer' => 'refuse']);
		self::assertStringNotContainsString('Paul', $this->rows());
		self::assertSame([], $this->names($file, 'romain'));
		$this->page($token, null, 404);
		$this->assertRefused(422, 'refused', 'POST', "/sheets/$file/signatures/mail", 'romain', ['name' => 'Paul', 'email' => 'paul@example.org']);
		// Another text may be asked for; who wants to be asked nothing at all says so of their card.
		$other = $this->manifesto('charter');
		$this->askByMail($other);
		$this->kernel->get(\OCA\Reseau\Member\Consent\Refusals::class)->rememberHashes(true, $this->kernel->get(\OCA\Reseau\Member\Consent\Refusals::class)->hash('paul@example.org'));
		self::assertSame([], $this->names($other, 'romain'));
		$this->assertRefused(422, 'refused', 'POST', "/sheets/$other/signatures/mail", 'romain', ['name' => 'Paul', 'email' => 'paul@example.org']);
	}

	public function testAnUnansweredRequestIsDeletedAfterThirtyDays(): void {
		$file = $this->manifesto();
		$this->askByMail($file);
		[$token] = $this->mailed();
		$this->assertRefused(409, 'already_asked', 'POST', "/sheets/$file/signatures/mail", 'romain', ['name' => 'Paul', 'email' => 'paul@example.org']);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 30 * 86400 + 1);
		$this->page($token, null, 404);
		$this->askByMail($file);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 30 * 86400 + 1);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame('[]', $this->rows());
	}

	public function testTheLinkEndsWithTheTextAndWorksWithoutItsSender(): void {
		$file = $this->manifesto();
		$this->askByMail($file);
		[$token] = $this->mailed();
		$this->facilitator('nora');
		$this->kernel->get(IUserManager::class)->get('romain')->delete();
		self::assertStringContainsString(self::TEXT, $this->page($token));
		self::assertStringNotContainsString('Romain', $this->page($token));
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 2, 'status' => 'draft']);
		$this->page($token, null, 404);
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 3, 'status' => 'published']);
		$this->files('odile')->get(self::ROOT . '/manifesto.md')->delete();
		$this->page($token, null, 404);
	}

	/** Promised in the mail and on the page: at any time, by the same link. */
	public function testASignatureCanBeWithdrawnFromATextThatCanNoLongerBeSigned(): void {
		$file = $this->manifesto();
		foreach (['a', 'b', 'c'] as $who) {
			$this->askByMail($file, "$who@example.org");
			[$tokens[$who]] = $this->mailed();
			$this->page($tokens[$who], ['answer' => 'sign', 'name' => "Paul $who", 'hash' => hash('sha256', self::TEXT)]);
		}
		$takesBack = function (string $who) use ($tokens): void {
			$page = $this->page($tokens[$who]);
			self::assertStringContainsString('value="withdraw"', $page);
			self::assertStringContainsString("Paul $who", $page);
			// A hidden sheet is not named, and its text is not available.
			self::assertStringNotContainsString(self::TEXT, $page);
			self::assertStringNotContainsString('Manifeste', $page);
			self::assertSame(404, $this->kernel->request('GET', "/index.php/apps/reseau/sign/{$tokens[$who]}/text")->status);
			$this->page($tokens[$who], ['answer' => 'refuse'], 404);
			$this->page($tokens[$who], ['answer' => 'withdraw']);
			self::assertStringNotContainsString("Paul $who", $this->rows());
			$this->page($tokens[$who], null, 404);
		};
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 2, 'status' => 'draft']);
		$takesBack('a');
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 3, 'status' => 'published']);
		$this->data('PUT', "/sheets/$file", 'odile', ['version' => 4, ...self::whole()]);
		$takesBack('b');
		$this->files('odile')->get(self::ROOT . '/manifesto.md')->delete();
		$takesBack('c');
		self::assertSame('[]', $this->rows());
	}

	public function testAMemberCanWithdrawFromATextThatCanNoLongerBeSigned(): void {
		$file = $this->manifesto();
		$this->sign($file, 'romain');
		$mine = $this->data('GET', "/sheets/$file", 'romain')['signing']['mine']['id'];
		self::assertNull($this->data('GET', "/sheets/$file", 'romain')['left']);
		$this->data('PUT', "/sheets/$file", 'odile', ['version' => 2, ...self::whole()]);
		$seen = $this->data('GET', "/sheets/$file", 'romain');
		self::assertSame([null, ['id' => $mine, 'day' => '2026-11-24']], [$seen['signing'], $seen['left']]);
		self::assertNull($this->data('GET', "/sheets/$file", 'odile')['left']);
		$this->assertRefused(404, 'not_found', 'DELETE', "/sheets/$file/signatures/999", 'romain');
		self::assertNull($this->data('DELETE', "/sheets/$file/signatures/$mine", 'romain')['left']);
		self::assertSame('[]', $this->rows());
	}

	public function testAMemberCanWithdrawFromAHiddenDraft(): void {
		$file = $this->manifesto();
		foreach (['linh', 'odile'] as $uid) {
			$this->sign($file, $uid);
		}
		$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => 2, 'status' => 'draft']);
		$this->tree()->rule('linh', '/manifesto.md', true, false);
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file", 'linh');
		$left = $this->data('GET', "/sheets/$file/signatures", 'linh');
		self::assertSame([['Linh', true]], array_map(static fn (array $one): array => [$one['name'], $one['can']['withdraw']], $left));
		$this->assertRefused(404, 'not_found', 'DELETE', "/sheets/$file/signatures/" . ($left[0]['id'] + 1), 'linh');
		self::assertNull($this->data('DELETE', "/sheets/$file/signatures/{$left[0]['id']}", 'linh'));
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file/signatures", 'linh');
		self::assertStringNotContainsString('"member_id":' . $this->cards['linh']['id'], $this->rows());
	}
}
