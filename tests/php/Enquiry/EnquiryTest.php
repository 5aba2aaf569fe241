<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Enquiry;

use OCA\Reseau\Delivery\Choose;
use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Enquiry\AboutType;
use OCA\Reseau\Enquiry\AnswerEnquiry;
use OCA\Reseau\Enquiry\Enquiry;
use OCA\Reseau\Enquiry\SendEnquiry;
use OCA\Reseau\Enquiry\Subjects;
use OCA\Reseau\Enquiry\WriteEnquiry;
use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\ShowNotice;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\Delivery\FaultyMailer;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Psr\Log\LoggerInterface;
use ReflectionProperty;
use Sandbox\Service\Mailer;
use Sandbox\Service\Notifications;

/** A visitor of the public showcase writes to a group or to the network, and is answered by email. */
#[Group('databases')]
class EnquiryTest extends EnquiryTestCase {
	public function testAVisitorWritesToAGroupAndIsAnswered(): void {
		$page = $this->page("public/groups/$this->group");
		self::assertStringContainsString("public/write/group/$this->group\"", $page);
		$form = $this->page("public/write/group/$this->group");
		self::assertStringContainsString('Groupe eau', $form);
		self::assertStringNotContainsString('Alice', $form, 'nobody in the group is named');

		$token = $this->waiting("group/$this->group");
		$mail = $this->mailed('zoe@example.org')[0]['plain'];
		self::assertStringContainsString('Groupe eau', $mail);
		foreach (['Zoé', 'prochaine rencontre', 'Alice'] as $word) {
			self::assertStringNotContainsString($word, $mail, 'the address may be another person’s');
		}
		self::assertStringContainsString('puis-je venir', $this->page("write/$token"));
		self::assertSame([], $this->read('alice'), 'opening a link sends nothing');
		self::assertSame([], $this->mailed('alice@example.org'));

		self::assertStringContainsString('Votre message est parti', $this->page("write/$token", ['answer' => 'send']));
		self::assertStringContainsString('Votre message est parti', $this->page("write/$token", ['answer' => 'send']), 'pressed twice');
		self::assertCount(1, $this->mailed('alice@example.org'), 'and sent once');
		$mail = $this->mailed('alice@example.org')[0]['plain'];
		self::assertStringContainsString('puis-je venir', $mail);
		self::assertStringNotContainsString('zoe@example.org', $mail);
		self::assertSame([], $this->mailed('fanny@example.org'));
		self::assertSame([], $this->mailed('bob@example.org'));

		[$read] = $this->read('alice');
		self::assertSame(['type' => 'group', 'id' => $this->group, 'title' => 'Groupe eau'], $read['about']);
		self::assertSame(['name' => 'Zoé Alric', 'address' => 'zoe@example.org', 'text' => self::TEXT], $read['said']);
		self::assertNull($read['answered']);
		self::assertContains(['kind' => 'visitors', 'count' => 1], $this->data('GET', '/home', 'alice')['awaits']);
		foreach (['fanny', 'bob'] as $uid) {
			self::assertSame([], $this->read($uid));
			$this->assertRefused(404, 'not_found', 'GET', "/enquiries/{$read['id']}", $uid);
			$this->assertRefused(404, 'not_found', 'POST', "/enquiries/{$read['id']}/answer", $uid, ['text' => 'Oui']);
			$this->assertRefused(404, 'not_found', 'DELETE', "/enquiries/{$read['id']}", $uid);
		}

		$answered = $this->data('POST', "/enquiries/{$read['id']}/answer", 'alice', ['text' => "Oui, mardi.\n\nÉcrivez-moi : alice@example.org", 'named' => true]);
		self::assertSame(['by' => 'Alice Vent', 'text' => "Oui, mardi.\n\nÉcrivez-moi : alice@example.org", 'at' => '2026-11-24T12:00:00+00:00'], $answered['answered']);
		$answer = $this->mailed('zoe@example.org')[1];
		foreach (['Alice Vent', 'Oui, mardi.', 'alice@example.org', "public/write/group/$this->group"] as $word) {
			self::assertStringContainsString($word, $answer['plain']);
		}
		self::assertSame([], $answer['replyTo'] ?? [], 'the address of the person who answers is not shown');
		self::assertNotContains('visitors', array_column($this->data('GET', '/home', 'alice')['awaits'], 'kind'));
		$this->assertRefused(409, 'already_answered', 'POST', "/enquiries/{$read['id']}/answer", 'alice', ['text' => 'Encore']);
		self::assertCount(2, $this->mailed('zoe@example.org'));
	}

	public function testAnAnswerWithoutAName(): void {
		$this->written('network');
		$id = $this->read('fanny')[0]['id'];
		$this->data('POST', "/enquiries/$id/answer", 'fanny', ['text' => 'Bienvenue.', 'named' => false]);
		self::assertStringNotContainsString('Fanny', json_encode($this->mailed('zoe@example.org')[1], JSON_THROW_ON_ERROR));
		self::assertSame('Fanny', $this->read('fanny')[0]['answered']['by'], 'those who read it with her see who answered');
	}

	public function testToTheNetwork(): void {
		self::assertStringContainsString('public/write/network"', $this->page('public'));
		$this->written('network');
		self::assertCount(1, $this->mailed('fanny@example.org'));
		self::assertSame(['network'], array_column(array_column($this->read('fanny'), 'about'), 'type'));
		self::assertSame([], $this->read('alice'));
	}

	public function testAnAnswerToANotice(): void {
		$notice = $this->notice('bob');
		$page = $this->page("public/write/notice/$notice");
		self::assertStringContainsString('ou la facilitation de La Cordée si personne ne la tient', $page);
		$this->written("notice/$notice");
		self::assertSame(['notice'], array_column(array_column($this->read('bob'), 'about'), 'type'));
		self::assertCount(1, $this->mailed('bob@example.org'));
		foreach (['alice', 'fanny'] as $uid) {
			self::assertSame([], $this->read($uid));
		}
		$this->data('POST', "/enquiries/{$this->read('bob')[0]['id']}/answer", 'bob', ['text' => 'Oui, en mai.', 'named' => false]);
		$shown = $page . json_encode($this->mailed('zoe@example.org'), JSON_THROW_ON_ERROR);
		self::assertStringContainsString('Une grange', $shown);
		self::assertStringNotContainsString('Bob', $shown, 'the author is not in the showcase');
		self::assertStringNotContainsString('bob@', $shown);

		$this->data('POST', "/notices/$notice/end", 'bob');
		$this->page("public/write/notice/$notice", status: 404);
		self::assertCount(1, $this->read('bob'), 'what was written stays');
		$this->data('DELETE', "/notices/$notice", 'bob');
		self::assertSame(0, $this->rows());
	}

	public function testANeedThatAVisitorAnsweredNoLongerWaits(): void {
		$notice = $this->notice('bob', kind: 'need');
		$this->later(8 * 86_400);
		$waiting = fn (): array => array_column($this->data('GET', '/notices/unanswered', 'fanny')['notices'], 'id');
		$this->waiting("notice/$notice");
		self::assertSame([$notice], $waiting(), 'while its sender has not confirmed it');
		self::assertTrue($this->data('GET', "/notices/$notice", 'bob')['unanswered']);
		$this->written("notice/$notice", 'ada@example.org');
		self::assertSame([], $waiting());
		self::assertArrayNotHasKey('unanswered', $this->data('GET', "/notices/$notice", 'bob'));
		$this->data('DELETE', "/enquiries/{$this->read('bob')[0]['id']}", 'bob');
		self::assertSame([$notice], $waiting());
	}

	public function testANoticeOfAPersonWithoutAnAccountIsAnsweredToTheirKeeper(): void {
		$card = $this->keptCard('bob', ['name' => 'Jeanne Bru']);
		$notice = $this->notice('bob', $card['id']);
		self::assertStringNotContainsString('Jeanne', $this->page("public/write/notice/$notice"));
		$this->written("notice/$notice");
		self::assertCount(1, $this->read('bob'));
		$this->data('PUT', "/members/{$card['id']}/steward", 'bob', ['uid' => null]);
		self::assertSame([], $this->read('bob'), 'who no longer keeps the card');
		self::assertCount(1, $this->read('fanny'));
	}

	public function testANoticeWhoseKeeperIsDisabledIsReadByTheFacilitators(): void {
		$card = $this->keptCard('bob', ['name' => 'Jeanne Bru']);
		$notice = $this->notice('bob', $card['id']);
		$this->written("notice/$notice");
		$this->kernel->get(IUserManager::class)->get('bob')?->setEnabled(false);
		self::assertCount(1, $this->read('fanny'), 'what was written before');
		$this->written("notice/$notice", 'ada@example.org');
		self::assertCount(2, $this->read('fanny'));
		self::assertCount(1, $this->mailed('fanny@example.org'));
		self::assertCount(1, $this->mailed('bob@example.org'), 'before');
		$this->kernel->get(IUserManager::class)->get('bob')?->setEnabled(true);
		self::assertSame([], $this->read('bob'), 'the facilitators keep the card now');
	}

	/** One that is in the showcase. */
	private function notice(string $uid, ?int $for = null, string $kind = 'offer'): int {
		$id = $this->data('POST', '/notices', $uid, ['kind' => $kind, 'title' => 'Une grange', 'key' => 'a-barn-in-may'] + ($for === null ? [] : ['memberId' => $for, 'how' => 'phone']), 201)['id'];
		$this->kernel->get(ShowNotice::class)->choose($this->kernel->get(Viewers::class)->of($uid), $id, true, $for === null ? '' : '2026-11-24', $for === null ? '' : 'De vive voix');
		return $id;
	}

	public function testFacilitatorsOfTheNetworkReadForAGroupWithoutAFacilitator(): void {
		$this->kernel->get(IDBConnection::class)->executeStatement('UPDATE `*PREFIX*reseau_memberships` SET facilitates = NULL');
		$this->written("group/$this->group");
		self::assertCount(1, $this->read('fanny'));
		self::assertCount(1, $this->mailed('fanny@example.org'));
		self::assertSame([], $this->read('alice'));
	}

	public function testOnlyWhatIsInTheShowcaseCanBeWrittenTo(): void {
		$hidden = $this->data('POST', '/groups', 'bob', ['title' => 'Groupe caché', 'join' => 'open', 'key' => 'hidden-group'], 201)['id'];
		$gone = $this->page('public/groups/999999', status: 404);
		foreach (["group/$hidden", 'group/999999', 'group', 'network/1', 'notice/1', 'notice'] as $about) {
			self::assertSame($gone, $this->page("public/write/$about", status: 404), $about);
			self::assertSame($gone, $this->page("public/write/$about", self::form(), 404), $about);
		}
		$token = $this->waiting("group/$this->group");
		$this->data('PUT', "/groups/$this->group/showcase", 'alice', ['shown' => false]);
		self::assertSame($gone, $this->page("public/write/group/$this->group", status: 404));
		foreach ([null, ['answer' => 'send']] as $body) {
			$page = $this->page("write/$token", $body);
			self::assertStringNotContainsString('Groupe eau', $page);
			self::assertStringContainsString('puis-je venir', $page, 'nothing that was typed is lost');
			self::assertStringNotContainsString('value="send"', $page);
		}
		self::assertSame([], $this->read('alice'));
		$this->data('PUT', '/showcase', 'fanny', ['open' => false]);
		self::assertSame($gone, $this->page('public/write/network', status: 404));
		self::assertSame(1, $this->rows());
	}

	public function testWhatDoesNotFitIsSaidAndGivenBack(): void {
		foreach ([
			['email' => 'zoe'], ['name' => ' '], ['text' => " \n"], ['text' => str_repeat('é', WriteEnquiry::LIMITS['text'] + 1)],
			['name' => str_repeat('é', WriteEnquiry::LIMITS['name'] + 1)], ['name' => ['a']], ['text' => "a\x07"], ['email' => "\xff"],
		] as $wrong) {
			$form = $wrong + self::form();
			$page = $this->page("public/write/group/$this->group", $form);
			self::assertStringContainsString('role="alert"', $page, json_encode($wrong, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE));
			foreach (array_diff_key(['name' => 'Zoé Alric', 'email' => 'zoe@example.org', 'text' => 'puis-je venir'], $wrong) as $kept) {
				self::assertStringContainsString($kept, $page);
			}
		}
		self::assertSame(0, $this->rows());
		self::assertSame([], $this->kernel->mails());
	}

	public function testThePageSaysTheSameWhetherTheAddressIsKnown(): void {
		$pages = array_map(fn (string $address): string => $this->page('public/write/network', self::form($address)), ['zoe@example.org', 'alice@example.org', 'ALICE@example.org']);
		self::assertCount(1, array_unique($pages));
	}

	public function testAnAddressOfAnotherPersonGetsFewEmails(): void {
		foreach (range(1, 9) as $n) {
			self::assertStringContainsString(self::WROTE, $this->page("public/write/group/$this->group", self::form('berthe@example.org', "Achetez $n")));
		}
		self::assertCount(WriteEnquiry::A_DAY, $this->mailed('berthe@example.org'));
		self::assertStringNotContainsString('Achetez', json_encode($this->kernel->mails(), JSON_THROW_ON_ERROR));
		$this->later(86_000);
		$this->page('public/write/network', self::form('Berthe@example.org', 'Achetez encore'));
		self::assertSame([], $this->mailed('Berthe@example.org'));
		$this->later(401);
		$this->page('public/write/network', self::form('berthe@example.org'));
		self::assertCount(WriteEnquiry::A_DAY + 1, $this->mailed('berthe@example.org'), 'the day after');
		$this->later(Enquiry::WAITS + 1);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame(0, $this->rows());
	}

	public function testOneNetworkDoesNotKeepAPersonFromWriting(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		foreach (range(1, 9) as $n) {
			$this->asked('public/write/network', self::form('berthe@example.org', "Achetez $n"));
		}
		self::assertCount(3, $this->mailed('berthe@example.org'));
		$this->page('public/write/network', self::form('berthe@example.org'));
		self::assertCount(4, $this->mailed('berthe@example.org'), 'from elsewhere');
		$this->later(86_401);
		$this->asked('public/write/network', self::form('berthe@example.org', 'Achetez encore'));
		$this->page('public/write/network', self::form('berthe@example.org', 'Me revoilà.'));
		self::assertCount(6, $this->mailed('berthe@example.org'), 'the day after');
	}

	public function testAMailboxIsOneWhateverFollowsThePlus(): void {
		foreach (range(1, 9) as $n) {
			self::assertStringContainsString(self::WROTE, $this->page('public/write/network', self::form("berthe+$n@example.org")));
		}
		self::assertCount(WriteEnquiry::A_DAY, $this->kernel->mails());
		$this->page('public/write/network', self::form('+berthe@example.org'));
		self::assertCount(1, $this->mailed('+berthe@example.org'), 'an address that begins with it');
	}

	public function testOneComputerWritesLittle(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$written = 0;
		$write = function (int $times) use (&$written): string {
			$page = '';
			for (; $times > 0; $times--) {
				$page = $this->asked('public/write/network', self::form('made-up-' . ++$written . '@example.org'));
			}
			return $page;
		};
		$page = $write(12);
		self::assertSame(10, $this->rows());
		self::assertStringContainsString('trop de messages sont venus de votre connexion', $page);
		self::assertStringContainsString('puis-je venir', $page, 'nothing that was typed is lost');
		foreach ([20, 20] as $rows) {
			$this->later(3601);
			$write(12);
			self::assertSame($rows, $this->rows());
		}
		self::assertCount(20, $this->kernel->mails());
		$this->page('public/write/network', self::form());
		self::assertCount(1, $this->mailed('zoe@example.org'), 'from elsewhere');
		$this->later(86_401);
		self::assertStringContainsString(self::WROTE, $write(1), 'the day after');
		$write(59);
		self::assertSame(429, $this->kernel->request('POST', '/index.php/apps/reseau/public/write/network', null, http_build_query(self::form()), ['content-type' => 'application/x-www-form-urlencoded'])->status);
	}

	public function testOneComputerSendsLittleToOneThing(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$tokens = array_map(fn (int $n): string => $this->waiting('network', "a$n@example.org"), range(1, SendEnquiry::A_DAY_OF_ONE_COMPUTER + 1));
		$toGroup = $this->waiting("group/$this->group");
		$this->kernel->resetLimits();
		foreach ($tokens as $token) {
			$page = $this->asked("write/$token", ['answer' => 'send']);
		}
		self::assertCount(SendEnquiry::A_DAY_OF_ONE_COMPUTER, $this->read('fanny'));
		self::assertStringContainsString('trop de messages sont venus de votre connexion', $page);
		self::assertStringContainsString('puis-je venir', $page);
		self::assertSame('enough_of_one', $this->refused(fn () => $this->kernel->get(SendEnquiry::class)->send($token)));
		$this->asked("write/$toGroup", ['answer' => 'send']);
		self::assertCount(1, $this->read('alice'), 'to another thing');
		$this->page("write/$token", ['answer' => 'send']);
		self::assertCount(SendEnquiry::A_DAY_OF_ONE_COMPUTER + 1, $this->read('fanny'), 'from elsewhere');
	}

	public function testALongMessageTakesLittleRoom(): void {
		$text = str_repeat("\u{1F33B}", WriteEnquiry::LIMITS['text']);
		$this->written('network', text: $text);
		self::assertSame($text, $this->read('fanny')[0]['said']['text']);
		$data = $this->kernel->get(IDBConnection::class)->executeQuery('SELECT data FROM `*PREFIX*reseau_enquiries`')->fetchOne();
		self::assertLessThan(3 * strlen($text), strlen($data));
	}

	public function testTheSameWordsAreWrittenOnce(): void {
		$this->page('public/write/network', self::form());
		$this->page('public/write/network', self::form());
		self::assertCount(1, $this->mailed('zoe@example.org'));
		$this->later(900);
		$this->page('public/write/network', self::form());
		self::assertCount(2, $this->mailed('zoe@example.org'), 'the first email did not arrive');
	}

	public function testTheSenderCanGoOnWriting(): void {
		foreach (range(1, WriteEnquiry::A_DAY) as $n) {
			$this->written('network', text: "Bonjour $n");
		}
		$this->page('public/write/network', self::form());
		self::assertCount(WriteEnquiry::A_DAY, $this->mailed('zoe@example.org'));
		$this->later(86_401);
		$this->written('network', text: 'Bonjour encore');
		self::assertCount(WriteEnquiry::A_DAY + 1, $this->read('fanny'));
	}

	public function testNotTooManyInAll(): void {
		$store = fn (int $n, ?int $sent): int => $this->kernel->get(IDBConnection::class)->insertIgnoreConflict('reseau_enquiries', [
			'about_type' => 'network', 'about_id' => 0, 'data' => '', 'token_hash' => "t$n", 'same_hash' => "s$n", 'address_hash' => "a$n",
			'written_at' => $this->kernel->clock->getTime(),
		] + ($sent === null ? [] : ['sent_at' => $sent]));
		$token = $this->waiting('network');
		foreach (range(1, 299) as $n) {
			$store($n, $n <= SendEnquiry::A_DAY ? $this->kernel->clock->getTime() : null);
		}
		self::assertStringContainsString('beaucoup de personnes', $this->page("public/write/group/$this->group", self::form('berthe@example.org')));
		self::assertCount(1, $this->kernel->mails());
		self::assertSame('enough_enquiries', $this->refused(fn () => $this->kernel->get(SendEnquiry::class)->send($token)));
		$page = $this->page("write/$token", ['answer' => 'send']);
		self::assertStringContainsString('beaucoup de personnes', $page);
		self::assertStringContainsString('puis-je venir', $page);
		$this->later(86_401);
		self::assertStringContainsString('Votre message est parti', $this->page("write/$token", ['answer' => 'send']));
	}

	public function testAMailServerThatRefuses(): void {
		$about = $this->kernel->get(Subjects::class)->shown(AboutType::Network, 0);
		$this->refusing();
		self::assertSame('mail_failed', $this->refused(fn () => $this->kernel->get(WriteEnquiry::class)->write($about, 'Zoé Alric', 'zoe@example.org', self::TEXT)));
		self::assertSame(0, $this->rows(), 'it is not in the way of the next try');

		$this->written('network');
		$id = $this->read('fanny')[0]['id'];
		$this->refusing();
		self::assertSame('answer_not_sent', $this->refused(fn () => $this->kernel->get(AnswerEnquiry::class)->answer($this->kernel->get(Viewers::class)->of('fanny'), $id, ['text' => 'Bienvenue.'])));
		self::assertNull($this->read('fanny')[0]['answered']);
		$this->data('POST', "/enquiries/$id/answer", 'fanny', ['text' => 'Bienvenue.']);
	}

	public function testBothDelete(): void {
		$token = $this->written('network');
		self::assertSame(1, $this->notified('fanny'));
		self::assertStringContainsString('value="delete"', $this->page("write/$token"));
		self::assertStringContainsString('Supprimé', $this->page("write/$token", ['answer' => 'delete']));
		self::assertSame([0, 0], [$this->rows(), $this->notified('fanny')]);
		$this->page("write/$token", status: 404);
		$this->page("write/$token", ['answer' => 'send'], 404);

		$token = $this->written('network');
		$this->data('DELETE', "/enquiries/{$this->read('fanny')[0]['id']}", 'fanny');
		self::assertSame([0, 0], [$this->rows(), $this->notified('fanny')]);
		$this->page("write/$token", status: 404);
	}

	public function testItIsDeletedInTime(): void {
		$old = $this->waiting('network', 'old@example.org');
		$token = $this->written('network');
		$id = $this->read('fanny')[0]['id'];
		$this->later(Enquiry::WAITS + 1);
		$this->page("write/$old", status: 404);
		$this->page("write/$old", ['answer' => 'send'], 404);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame(1, $this->rows());
		$this->data('POST', "/enquiries/$id/answer", 'fanny', ['text' => 'Bienvenue.']);
		$this->later(Enquiry::KEPT - Enquiry::WAITS - 3600);
		$this->kernel->runJob(DeleteExpired::class);
		$this->page("write/$token");
		$this->later(7200);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame(0, $this->rows(), '12 months after it was sent, whenever it was answered');
	}

	public function testItIsDeletedWithTheGroup(): void {
		$group = $this->data('POST', '/groups', 'bob', ['title' => 'Haies', 'join' => 'open', 'key' => 'hedges'], 201)['id'];
		$this->written("group/$this->group");
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_enquiries` SET about_id = $group");
		self::assertCount(1, $this->read('bob'));
		$this->data('DELETE', "/groups/$group", 'bob');
		self::assertSame(0, $this->rows());
	}

	public function testAnAccountThatIsDeletedLeavesNoNameBehind(): void {
		$this->written('network');
		$this->data('POST', "/enquiries/{$this->read('fanny')[0]['id']}/answer", 'fanny', ['text' => 'Bienvenue.']);
		$this->facilitator('noe');
		$this->kernel->get(IUserManager::class)->get('fanny')?->delete();
		self::assertSame([null, null], [$this->read('noe')[0]['answered']['by'], $this->read('noe')[0]['answered']['text']]);
	}

	public function testEachIsNotifiedAsTheyHaveChosen(): void {
		foreach ([[Timing::Now, 1, 1], [Timing::Daily, 0, 0], [Timing::Never, 0, 0]] as $n => [$timing, $notified, $mailed]) {
			$this->kernel->get(Choose::class)->set('fanny', Kind::Message, $timing);
			$this->later(1);
			$before = count($this->mailed('fanny@example.org'));
			$this->written('network', "visitor$n@example.org");
			self::assertSame([$notified, $mailed], [$this->notified('fanny'), count($this->mailed('fanny@example.org')) - $before], $timing->value);
			$this->data('DELETE', "/enquiries/{$this->read('fanny')[0]['id']}", 'fanny');
		}
	}

	public function testTheListHasAnotherPage(): void {
		foreach (range(1, 32) as $n) {
			$this->kernel->get(IDBConnection::class)->insertIgnoreConflict('reseau_enquiries', ['about_type' => 'network', 'about_id' => 0, 'data' => '', 'token_hash' => "t$n", 'same_hash' => "s$n", 'address_hash' => "a$n", 'written_at' => 1, 'sent_at' => $n]);
		}
		$first = $this->data('GET', '/enquiries', 'fanny');
		$second = $this->data('GET', '/enquiries?cursor=' . $first['next'], 'fanny');
		self::assertSame([30, 2, null], [count($first['enquiries']), count($second['enquiries']), $second['next']]);
		self::assertNull($first['enquiries'][0]['said'], 'what can no longer be decrypted');
		$this->assertRefused(422, 'not_readable', 'POST', "/enquiries/{$first['enquiries'][0]['id']}/answer", 'fanny', ['text' => 'Oui']);
		$this->assertRefused(400, 'bad_cursor', 'GET', '/enquiries?cursor=abc', 'fanny');
	}

	private function notified(string $uid): int {
		return count(array_filter($this->kernel->get(Notifications::class)->of($uid, 'en'), static fn ($one): bool => str_contains($one->parsedSubject, 'A visitor wrote')));
	}

	/** The mail server refuses the visitor’s address, for what is made next. */
	private function refusing(): void {
		// Nothing is made of the former one.
		$this->data('GET', '/writing', 'fanny');
		$folder = (new ReflectionProperty(Mailer::class, 'folder'))->getValue($this->kernel->get(Mailer::class));
		$mailer = new FaultyMailer($this->kernel, $folder, ['zoe@example.org']);
		$this->kernel->container()->set(Outbox::class, new Outbox($mailer, $this->kernel->get(IUserManager::class), $this->kernel->get(LoggerInterface::class)));
	}

	/** @param callable(): mixed $act */
	private function refused(callable $act): string {
		try {
			$act();
		} catch (ReasonException $e) {
			return $e->reason;
		}
		self::fail('It was not refused');
	}
}
