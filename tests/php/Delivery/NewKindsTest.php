<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Integration\EngagementsJob;
use OCA\Reseau\Integration\MeetingsJob;
use OCA\Reseau\Settings\Network;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Tree;

/** Links, answers to stories, people to meet and ending engagements: in the daily mail, of what its reader may see then. */
#[Group('databases')]
class NewKindsTest extends DeliveryTestCase {
	private const BELL = '/ocs/v2.php/apps/notifications/api/v2/notifications';

	public function testALinkToOnesCardNotifies(): void {
		$this->link('linh', $this->cards['odile']['id'], $this->groupOf('linh'));
		self::assertSame([['odile', 'linked']], array_map(static fn (array $row): array => [$row['uid'], $row['kind']], $this->waiting()));
		$this->morning();
		$mail = $this->mailsTo('odile')[0];
		self::assertStringContainsString('Votre fiche a été reliée à « Eau »', self::plainSpaces($mail['plain']));
		self::assertStringContainsString('Odile porte Eau (par Linh)', self::plainSpaces($mail['plain']));
		self::assertStringContainsString("/apps/reseau/members/{$this->cards['odile']['id']}?around=1", $mail['plain']);
		self::assertSame([], $this->mailsTo('linh'), 'it is her own doing');
	}

	public function testALinkThatIsRemovedDoesNotNotify(): void {
		$link = $this->link('linh', $this->cards['odile']['id'], $this->groupOf('linh'));
		$this->data('DELETE', "/links/$link", 'linh');
		self::assertSame([], $this->waiting());
	}

	public function testTheOtherPersonIsNotifiedAndTheAuthorIsNot(): void {
		$this->link('odile', $this->cards['odile']['id'], $this->groupOf('linh'));
		self::assertSame(['linh'], array_column($this->waiting(), 'uid'), 'the group is hers to facilitate');
		$this->morning();
		self::assertStringContainsString('Le groupe « Eau » a été relié à « Odile »', self::plainSpaces($this->mailsTo('linh')[0]['plain']));
		$this->link('linh', $this->cards['linh']['id'], $this->groupOf('linh', title: 'Terre'));
		self::assertSame([], $this->waiting(), 'both are hers');
	}

	public function testALinkWithAKeptCardNotifies(): void {
		$kept = $this->keptCard('odile');
		$notice = $this->data('POST', '/notices', 'odile', ['kind' => 'offer', 'title' => 'Un pressoir', 'key' => 'a-first-notice'], 201)['id'];
		$this->choose('odile', Kind::Linked, Timing::Now);
		$group = $this->groupOf('linh');
		$this->link('linh', $group, $kept['id'], 'member', 'group', 'see-also');
		$this->link('linh', $notice, $group, from: 'notice', relation: 'see-also');
		self::assertEqualsCanonicalizing(['Une fiche que vous tenez, Sans Compte, a été reliée à « Eau »', 'L’annonce « Un pressoir » a été reliée à « Eau »'], array_map(self::plainSpaces(...), $this->bell('odile')));
	}

	/** Both sides may remove it, from the notification itself. */
	public function testALinkIsRemovedFromItsNotification(): void {
		$this->choose('odile', Kind::Linked, Timing::Now);
		$file = $this->story('odile');
		foreach ([[$this->cards['odile']['id'], 'member', 'carries'], [$file, 'file', 'inspired-by']] as [$end, $type, $relation]) {
			$this->link('linh', $end, $this->groupOf('linh', title: "Groupe $type"), from: $type, relation: $relation);
			$notification = $this->kernel->request('GET', self::BELL, 'odile')->data()[0];
			self::assertSame(['DELETE', 'Retirer le lien'], [$notification['actions'][0]['type'], $notification['actions'][0]['label']]);
			self::assertSame(200, $this->kernel->request('DELETE', (string)parse_url($notification['actions'][0]['link'], PHP_URL_PATH), 'odile')->status);
			self::assertSame([], $this->bell('odile'));
		}
	}

	public function testALinkMadeAgainWithinTheHourDoesNotNotifyTwice(): void {
		$this->choose('odile', Kind::Linked, Timing::Now);
		$group = $this->groupOf('linh');
		$first = $this->link('linh', $this->cards['odile']['id'], $group);
		self::assertCount(1, $this->bell('odile'));
		$this->data('DELETE', "/links/$first", 'linh');
		$second = $this->link('linh', $this->cards['odile']['id'], $group);
		self::assertSame([[], ['odile']], [$this->bell('odile'), array_column($this->waiting(), 'uid')], 'it waits for the mail');
		$this->data('DELETE', "/links/$second", 'linh');
		self::assertSame([], $this->waiting());
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + self::HOUR);
		$this->link('linh', $this->cards['odile']['id'], $group);
		self::assertCount(1, $this->bell('odile'), 'another time');
	}

	public function testPeopleWhoMayNotSeeTheOtherEndLearnNothing(): void {
		$this->choose('odile', Kind::Linked, Timing::Now);
		$private = $this->kernel->get(Tree::class)->make('linh', '/Devis secret.md', 'Texte')[0];
		$this->link('linh', $this->cards['odile']['id'], $private, 'file');
		self::assertSame([], $this->bell('odile'));
		$this->choose('odile', Kind::Linked, Timing::Daily);
		$this->link('linh', $this->cards['odile']['id'], $private, 'file', relation: 'see-also');
		$this->morning();
		self::assertSame([], $this->mailsTo('odile'));
	}

	public function testALinkToAHiddenPersonDoesNotNotify(): void {
		$this->person('noe');
		$this->link('linh', $this->cards['odile']['id'], $this->cards['noe']['id'], 'member', relation: 'see-also');
		$this->data('PUT', "/members/{$this->cards['noe']['id']}/status", 'noe', ['status' => 'paused', 'version' => $this->cards['noe']['version']]);
		$this->morning();
		self::assertSame([], $this->mailsTo('odile'));
		self::assertSame([], $this->waiting());
	}

	public function testALinkByAHiddenPersonNamesThemNot(): void {
		$this->person('noe');
		$this->link('noe', $this->cards['odile']['id'], $this->groupOf('linh'));
		$this->data('PUT', "/members/{$this->cards['noe']['id']}/status", 'noe', ['status' => 'paused', 'version' => $this->cards['noe']['version']]);
		$this->morning();
		self::assertStringContainsString('Votre fiche a été reliée', $this->mailsTo('odile')[0]['plain']);
		self::assertStringNotContainsString('Noe', $this->mailsTo('odile')[0]['plain']);
	}

	public function testAnAnswerAndALinkToOnesStoryNotifyOnce(): void {
		$file = $this->story('odile');
		$answer = ['standpoint' => 'Une voisine', 'answers' => ['helps' => 'Un banc']];
		$this->data('PUT', "/sheets/$file/evaluation", 'odile', $answer);
		self::assertSame([], $this->waiting(), 'her own answer');
		$this->data('PUT', "/sheets/$file/evaluation", 'linh', $answer);
		$this->data('PUT', "/sheets/$file/evaluation", 'linh', ['standpoint' => 'Un voisin'] + $answer);
		$this->link('linh', $file, $this->groupOf('linh'), from: 'file', relation: 'inspired-by');
		$this->morning();
		$plain = self::plainSpaces($this->mailsTo('odile')[0]['plain']);
		self::assertSame(1, substr_count($plain, 'Linh a répondu à votre récit « Le banc »'));
		self::assertStringContainsString('Votre récit « Le banc » a été relié à « Eau »', $plain);
		self::assertStringNotContainsString('Un voisin', $plain);
		$this->data('PUT', "/sheets/$file/evaluation", 'linh', $answer);
		self::assertSame([], $this->waiting(), 'it is the same answer, changed');
	}

	public function testAnAnswerThatIsWithdrawnOrHiddenDoesNotNotify(): void {
		$file = $this->story('odile');
		$answer = ['standpoint' => 'Une voisine', 'answers' => ['helps' => 'Un banc']];
		$this->data('PUT', "/sheets/$file/evaluation", 'linh', $answer);
		$this->data('DELETE', "/sheets/$file/evaluation", 'linh');
		self::assertSame([], $this->waiting());
		$this->data('PUT', "/sheets/$file/evaluation", 'linh', $answer);
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => $this->cards['linh']['version']]);
		$this->morning();
		self::assertSame([], $this->mailsTo('odile'));
	}

	public function testOneNewPersonToMeetAWeek(): void {
		$this->meetable();
		foreach (['linh', 'noe'] as $uid) {
			$this->choose($uid, Kind::Match, Timing::Never);
		}
		$this->meetings();
		self::assertSame(['odile'], array_column($this->waiting(), 'uid'), 'the others want none');
		$this->meetings();
		$this->morning();
		$plain = self::plainSpaces($this->mailsTo('odile')[0]['plain']);
		self::assertStringContainsString('Vous pourriez parler avec', $plain);
		self::assertStringContainsString('Vous cherchez « Réparer vingt bicyclettes »', $plain);
		for ($day = 0; $day < 5; $day++) {
			$this->meetings();
			$this->morning();
		}
		self::assertCount(1, $this->mailsTo('odile'));
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 2 * self::DAY);
		$this->meetings();
		$this->morning();
		self::assertCount(2, $this->mailsTo('odile'));
		self::assertNotSame($this->mailsTo('odile')[0]['subject'], $this->mailsTo('odile')[1]['subject'], 'someone else');
		// There is no one else.
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 8 * self::DAY);
		$this->meetings();
		self::assertSame([], $this->waiting());
		self::assertCount(2, $this->data('GET', '/matches', 'odile')['matches']);
	}

	public function testADeclinedPersonIsNotInTheMail(): void {
		$this->meetable();
		$this->meetings();
		foreach ($this->data('GET', '/matches', 'odile')['matches'] as $match) {
			$this->data('POST', "/matches/{$match['member']['id']}/decline", 'odile', []);
		}
		$this->morning();
		self::assertSame([], $this->mailsTo('odile'));
	}

	public function testSuggestionsLeaveWithTheCards(): void {
		$this->meetable();
		$this->meetings();
		$count = fn (): int => (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM *PREFIX*reseau_suggestions')->fetchOne();
		self::assertGreaterThan(0, $count());
		foreach (['odile', 'linh', 'noe'] as $uid) {
			$this->data('DELETE', '/members/me', $uid);
		}
		self::assertSame(0, $count());
		$this->morning();
		self::assertSame([], $this->kernel->mails());
	}

	public function testAnEndingEngagementIsInTheMail(): void {
		$group = $this->groupOf('linh', 'open');
		$this->data('POST', "/groups/$group/join", 'odile', ['commitment' => 'Tenir la réserve', 'until' => '2026-12-01']);
		$this->kernel->runJob(EngagementsJob::class);
		self::assertSame([], $this->bell('odile'));
		$this->morning();
		self::assertStringContainsString('Votre engagement dans le groupe « Eau » se termine bientôt', self::plainSpaces($this->mailsTo('odile')[0]['plain']));
	}

	/** Odile seeks what Linh and Noé offer. */
	private function meetable(): void {
		$this->load(['values' => [], 'themes' => [['id' => 'velo', 'fr' => 'Vélo', 'words' => ['vélo', 'bicyclette', 'cycle']]]]);
		$this->person('noe');
		$this->data('PUT', '/members/me', 'odile', ['seeks' => [['text' => 'Réparer vingt bicyclettes', 'terms' => ['velo']]], 'version' => $this->cards['odile']['version']]);
		foreach (['linh', 'noe'] as $uid) {
			$this->data('PUT', '/members/me', $uid, ['offers' => [['text' => "L’atelier de $uid", 'terms' => ['velo']]], 'trades' => ['Mécanicienne de cycles'], 'audience' => ['offers' => 'members', 'trades' => 'members'], 'version' => $this->cards[$uid]['version']]);
		}
	}

	private function meetings(): void {
		$this->kernel->runJob(MeetingsJob::class);
	}

	private function groupOf(string $uid, string $join = 'request', string $title = 'Eau'): int {
		$group = $this->data('POST', '/groups', $uid, ['title' => $title, 'join' => $join, 'key' => md5($title)], 201)['id'];
		$this->data('POST', "/groups/$group/making/lease", $uid, ['runner' => 'r']);
		$this->data('PUT', "/groups/$group/making", $uid, ['runner' => 'r', 'step' => 'done']);
		return $group;
	}

	/** @return int its number */
	private function link(string $by, int $a, int $b, string $to = 'group', string $from = 'member', string $relation = 'carries'): int {
		return $this->data('POST', '/links', $by, ['a' => ['type' => $from, 'id' => (string)$a], 'b' => ['type' => $to, 'id' => (string)$b], 'relation' => $relation], 201)['id'];
	}

	/** @return int the file of a published sheet by this person */
	private function story(string $uid): int {
		$this->load(['values' => [], 'resourceKinds' => [['id' => 'method', 'fr' => 'Méthode']]]);
		$tree = $this->kernel->get(Tree::class);
		$file = $tree->make($uid, Tree::COMMON . '/banc.md', 'Texte')[0];
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find($uid, Tree::COMMON)['id']);
		$made = $this->data('PUT', "/sheets/$file", $uid, ['version' => 0, 'kind' => 'method', 'title' => 'Le banc', 'authors' => [$this->cards[$uid]['id']]]);
		$this->data('PUT', "/sheets/$file/status", $uid, ['version' => $made['version'], 'status' => 'published']);
		return $file;
	}
}
