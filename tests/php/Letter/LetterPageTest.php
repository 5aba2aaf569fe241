<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Letter;

use OCA\Reseau\Subscription\SubscriberMapper;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Reply;

/** Letters on their own pages, by the link of a mail and for accounts; and the copy of the library. */
#[Group('databases')]
class LetterPageTest extends LetterTestCase {
	public function testEachReadsTheirsAndTheOtherLetters(): void {
		$this->data('PUT', '/members/me', 'linh', ['version' => 1, 'headline' => 'Publique', 'audience' => ['headline' => 'public']]);
		$this->notice('odile', 'Un four');
		$kept = $this->subscribeKept($this->cards['jeanne']);
		$outside = $this->subscribeOutside('paul@example.org');
		$first = $this->full(['title' => 'Première']);
		$this->send($first);
		$letter = $this->full(['title' => 'Deuxième']);
		$this->send($letter);
		$draft = $this->full(['title' => 'Brouillon']);
		$page = $this->page($letter['id'], $kept);
		self::assertSame(200, $page->status);
		self::assertDoesNotMatchRegularExpression('~<script|<img[^>]+src="http|<link rel="stylesheet|url\(|<form~', $page->body);
		foreach (['Deuxième', 'Un four', 'Bonjour à <strong>vous</strong>', 'Publique', '/leave/', '/own/'] as $words) {
			self::assertStringContainsString($words, $page->body);
		}
		self::assertStringNotContainsString('Brouillon', $page->body);
		self::assertStringNotContainsString('Première', $page->body, 'a person who gets a forwarded letter does not get the other letters of a member');
		self::assertSame('no-referrer', $page->headers['Referrer-Policy'] ?? $page->headers['referrer-policy'] ?? '');
		$page = $this->page($letter['id'], $outside)->body;
		self::assertStringContainsString('Publique', $page);
		foreach (['Un four', 'Odile', '/passed/'] as $hidden) {
			self::assertStringNotContainsString($hidden, $page);
		}
		self::assertSame(1, preg_match("~href=\"[^\"]*(/letter/{$first['id']}/[A-Za-z0-9]+)\"~", $page, $link), 'it leads to the other');
		self::assertStringContainsString('Première', (string)$this->kernel->request('GET', "/index.php/apps/reseau$link[1]", null)->body);
		self::assertSame(404, $this->page($draft['id'], $outside)->status);
		self::assertSame(404, $this->page(999, $outside)->status);
		$mine = $this->kernel->request('GET', "/index.php/apps/reseau/letter/{$letter['id']}", 'peire');
		self::assertSame(200, $mine->status);
		self::assertStringContainsString('Un four', $mine->body);
		self::assertStringContainsString("/letter/{$first['id']}\"", $mine->body);
	}

	public function testTheOwnPageHasTheLettersThatItsPersonMayRead(): void {
		$this->group('pluie', ['id' => $this->cards['odile']], ['id' => $this->cards['jeanne']]);
		$this->group('vent', ['id' => $this->cards['odile']]);
		$this->subscribe('odile');
		$this->subscribeKept($this->cards['jeanne']);
		$this->subscribeOutside('paul@example.org');
		foreach (['Première' => [], 'De la pluie' => ['readers' => ['kind' => 'group', 'of' => $this->groupId('pluie')]], 'Du vent' => ['readers' => ['kind' => 'group', 'of' => $this->groupId('vent')]]] as $title => $more) {
			$this->send($this->full($more + ['title' => $title]));
		}
		$this->full(['title' => 'Brouillon']);
		$listed = fn (string $address): array => preg_match_all('~href="[^"]*(/letter/\d+/\w+)"[^>]*>([^,<]+),~', $this->ownPage($address), $found) > 0 ? array_combine($found[1], $found[2]) : [];

		self::assertSame(['De la pluie', 'Première'], array_values($listed('jeanne@example.org')));
		self::assertSame(['Première'], array_values($listed('paul@example.org')));
		foreach ($listed('jeanne@example.org') as $path => $title) {
			self::assertStringContainsString(">$title</h1>", (string)$this->kernel->request('GET', "/index.php/apps/reseau$path", null)->body);
		}
	}

	public function testWhatIsBelowALetterSaysItsLanguage(): void {
		$outside = $this->subscribeOutside('paul@example.org');
		$letter = $this->full(['language' => 'oc']);
		$this->send($letter);
		foreach ([$this->page($letter['id'], $outside), $this->kernel->request('GET', "/index.php/apps/reseau/letter/{$letter['id']}", 'odile')] as $page) {
			self::assertStringContainsString('<html lang="oc">', $page->body);
			self::assertStringContainsString('<nav lang="fr">', $page->body);
		}
	}

	public function testAPersonWhoAgreedByMailAnswersTheNoticesOfALetter(): void {
		$berthe = $this->agreedByMail('Berthe Fournil', 'berthe@example.org');
		$notice = $this->notice('odile', 'Un four');
		$this->notice('peire', 'Un banc', ['memberId' => $this->cards['jeanne']]);
		$kept = $this->subscribeKept($berthe);
		$letter = $this->full();
		$this->send($letter);
		preg_match_all('~/passed/\w+~', $this->mailsTo()['berthe@example.org'][1]['plain'], $links);
		self::assertCount(1, array_unique($links[0]), 'one link: nobody writes both sides of what two people say whose cards they keep');
		$page = $this->page($letter['id'], $kept)->body;
		self::assertStringContainsString($links[0][0], $page, 'the same online');
		self::assertStringContainsString('Un four', (string)$this->kernel->request('GET', "/index.php/apps/reseau{$links[0][0]}", null)->body);
		$this->data('DELETE', "/notices/$notice", 'odile');
		self::assertStringNotContainsString('/passed/', $this->page($letter['id'], $kept)->body);
	}

	public function testOpeningAPageChangesNothing(): void {
		$this->notice('odile', 'Un four');
		$kept = $this->subscribeKept($this->agreedByMail('Berthe Fournil', 'berthe@example.org'));
		$letter = $this->full();
		$this->send($letter);
		$before = $this->rows();
		$this->page($letter['id'], $kept);
		self::assertSame($before, $this->rows());
	}

	public function testAnAccountLogsIn(): void {
		$this->subscribe('odile');
		$letter = $this->full();
		$this->send($letter);
		self::assertStringContainsString("/letter/{$letter['id']}\n", $this->mailsTo()['odile@example.org'][0]['plain'] . "\n", 'their mail leads there directly');
		self::assertStringEndsWith("/letter/{$letter['id']}", $this->online($this->reader('uid', 'odile'), $letter['id']));
		self::assertSame(200, $this->kernel->request('GET', "/index.php/apps/reseau/letter/{$letter['id']}", 'odile')->status);
		self::assertNotSame(200, $this->kernel->request('GET', "/index.php/apps/reseau/letter/{$letter['id']}", null)->status, 'without an account: the login');
	}

	public function testALetterToSomeIsNotReadByOthers(): void {
		$this->group('pluie', ['id' => $this->cards['odile']], ['id' => $this->cards['jeanne']]);
		$kept = $this->subscribeKept($this->cards['jeanne']);
		$outside = $this->subscribeOutside('paul@example.org');
		$this->subscribe('odile');
		$this->data('PUT', '/members/me', 'odile', ['version' => 1, 'seeks' => [['text' => 'De l’eau', 'terms' => ['eau']]]]);
		$all = $this->full();
		$this->send($all);
		$group = $this->full(['readers' => ['kind' => 'group', 'of' => $this->groupId('pluie')], 'title' => 'Du groupe']);
		$theme = $this->full(['readers' => ['kind' => 'theme', 'of' => 'eau'], 'title' => 'Sur l’eau']);
		$this->send($group);
		$this->send($theme);
		$statutory = $this->draft(['kind' => 'statutory', 'title' => 'Convocation']);
		$this->send($this->store($statutory, ['editorial' => 'Venez.']));
		$status = fn (int $reader): array => array_map(fn (array $letter): int => $this->page($letter['id'], $reader)->status, [$all, $group, $theme, $statutory]);
		self::assertSame([200, 200, 200, 404], $status($kept));
		self::assertSame([200, 404, 404, 404], $status($outside));
		foreach (['Du groupe', 'Sur l’eau', 'Convocation'] as $title) {
			self::assertStringNotContainsString($title, $this->page($all['id'], $outside)->body . $this->page($all['id'], $kept)->body);
		}
		$own = fn (string $uid): array => array_map(fn (array $letter): int => $this->kernel->request('GET', "/index.php/apps/reseau/letter/{$letter['id']}", $uid)->status, [$all, $group, $theme, $statutory]);
		self::assertSame([[200, 200, 200, 404], [200, 404, 200, 404], [200, 200, 200, 200]], [$own('odile'), $own('linh'), $own('zohra')], 'a facilitator reads the messages to all members again');
		self::assertStringContainsString('Venez.', $this->data('GET', "/letters/{$statutory['id']}/reading", 'zohra')['html']);
		self::assertSame(404, $this->ask('GET', "/letters/{$statutory['id']}/reading", 'odile')->status);
	}

	public function testALinkStopsWhereItsReaderDoes(): void {
		$kept = $this->subscribeKept($this->cards['jeanne']);
		$letter = $this->full();
		$this->send($letter);
		$url = $this->online($kept, $letter['id']);
		self::assertSame(200, $this->kernel->request('GET', $url, null)->status);
		$this->data('DELETE', "/members/{$this->cards['jeanne']}", 'peire');
		$gone = $this->kernel->request('GET', $url, null);
		self::assertSame(404, $gone->status);
		self::assertStringContainsString('Cette lettre ne peut pas être lue ici', $gone->body);
		foreach (['inconnu', str_repeat('a', 40) . $kept, basename($url) . '0', '0' . basename($url)] as $guess) {
			self::assertSame(404, $this->kernel->request('GET', "/index.php/apps/reseau/letter/{$letter['id']}/$guess", null)->status, $guess);
		}
		$this->kernel->resetLimits();
	}

	public function testALinkEndsAfterAYear(): void {
		$outside = $this->subscribeOutside('paul@example.org');
		$this->send($letter = $this->full());
		$sent = $this->kernel->clock->getTime();
		$this->kernel->clock->stopAt($sent + 399 * 86_400);
		self::assertSame(200, $this->page($letter['id'], $outside)->status);
		$this->kernel->clock->stopAt($sent + 401 * 86_400);
		self::assertSame(404, $this->page($letter['id'], $outside)->status);
	}

	public function testTheLinkOfALetterOpensNoOther(): void {
		$kept = $this->subscribeKept($this->cards['jeanne']);
		[$one, $other] = [$this->full(), $this->full(['title' => 'Autre'])];
		$this->send($one);
		$this->send($other);
		$code = basename($this->online($kept, $one['id']));
		self::assertSame(200, $this->kernel->request('GET', "/index.php/apps/reseau/letter/{$one['id']}/$code", null)->status);
		self::assertSame(404, $this->kernel->request('GET', "/index.php/apps/reseau/letter/{$other['id']}/$code", null)->status);
	}

	public function testTheCopyOfTheLibraryHoldsWhatEveryMemberMaySee(): void {
		$this->group('pluie', ['id' => $this->cards['fanny']], ['id' => $this->cards['odile']]);
		$this->notice('odile', 'Pour tous');
		$this->notice('odile', 'Entre nous', ['groupId' => (int)$this->groupId('pluie'), 'audience' => 'group']);
		$this->subscribe('odile');
		$letter = $this->full();
		$this->send($letter);
		$text = $this->data('GET', "/letters/{$letter['id']}/file", 'fanny')['text'];
		self::assertStringContainsString('Pour tous', $text);
		self::assertStringNotContainsString('Entre nous', $text);
		self::assertDoesNotMatchRegularExpression('~/(leave|own|passed)/|[\x02\x03]~', $text, 'and nobody’s links');
		self::assertSame('12', $this->data('PUT', "/letters/{$letter['id']}/file", 'zohra', ['file' => '12'])['file']);
		self::assertArrayNotHasKey('file', $this->data('GET', '/letters', 'odile')['letters'][0]);
		$this->assertRefused(400, 'wrong_type', 'PUT', "/letters/{$letter['id']}/file", 'zohra', ['file' => '-1']);
		$this->send($ofGroup = $this->full(['readers' => ['kind' => 'group', 'of' => $this->groupId('pluie')]]));
		$this->assertRefused(422, 'letter_of_group', 'GET', "/letters/{$ofGroup['id']}/file", 'fanny');
	}

	/** The link is passed on: what was rewritten since is for those who may see it now. */
	public function testALinkShowsWhatWasSentOrLess(): void {
		$kept = $this->subscribeKept($this->cards['jeanne']);
		$notice = $this->notice('odile', 'Un four', ['text' => 'Un four à pain.']);
		$letter = $this->full();
		$this->send($letter);
		self::assertStringContainsString('Un four à pain.', $this->page($letter['id'], $kept)->body);
		$this->data('PUT', "/notices/$notice", 'odile', ['version' => 1, 'text' => 'Chez moi, rue du Barry.']);
		self::assertStringNotContainsString('Un four', $this->page($letter['id'], $kept)->body);
		self::assertStringContainsString('rue du Barry', $this->data('GET', "/letters/{$letter['id']}/reading", 'peire')['html']);
	}

	/** The page of a person without an account, by a link that is mailed to them. */
	private function ownPage(string $address): string {
		$this->kernel->resetLimits();
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 3600);
		$this->kernel->request('POST', '/index.php/apps/reseau/own', null, ['email' => $address]);
		$mails = $this->mailsTo()[$address];
		preg_match('~/own/\w+~', end($mails)['plain'], $link);
		return (string)$this->kernel->request('GET', "/index.php/apps/reseau$link[0]", null)->body;
	}

	private function page(int $letter, int $reader): Reply {
		$this->kernel->resetLimits();
		return $this->kernel->request('GET', $this->online($reader, $letter), null);
	}

	private function reader(string $column, string $value): int {
		return $this->kernel->get(SubscriberMapper::class)->of($column, $value)->id();
	}

	/** @return array<string, mixed> what is stored of all that a page could make */
	private function rows(): array {
		$rows = [];
		foreach (['reseau_letters', 'reseau_letter_mails', 'reseau_passed_notices', 'reseau_subscribers'] as $table) {
			$rows[$table] = $this->kernel->get(IDBConnection::class)->executeQuery("SELECT * FROM `*PREFIX*$table`")->fetchAll();
		}
		return $rows;
	}
}
