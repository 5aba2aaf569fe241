<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Token\Invitation;
use OCA\Reseau\Member\Token\InvitationMapper;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Reply;

/** Asking people without an account by mail, their answer on a page that needs none, and remembering who refused. */
#[Group('databases')]
class ConsentByMailTest extends NetworkTestCase {
	private const ADDRESS = 'sans.compte@example.org';
	private const DAY = 86400;

	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->account('bob');
		$this->facilitator('fanny');
	}

	public function testTheMailNamesTheSenderThePurposeAndTheReplyAddress(): void {
		$this->kernel->get(IUserManager::class)->get('alice')->setEMailAddress('alice@example.org');
		$card = $this->draft();
		$preview = $this->data('GET', "/members/{$card['id']}/consent-mail", 'alice');
		self::assertSame([self::ADDRESS, 'alice@example.org'], [$preview['to'], $preview['answerTo']]);
		self::assertSame([], $this->kernel->mails());
		$asked = $this->data('POST', "/members/{$card['id']}/consent-mail", 'alice', [], 201);
		self::assertSame(['on' => '2026-11-24T12:00:00+00:00', 'until' => '2026-12-24T12:00:00+00:00', 'again' => false], $asked['asked']);
		[$mail] = $this->kernel->mails();
		self::assertSame([self::ADDRESS], array_keys($mail['to']));
		self::assertSame(['alice@example.org'], array_keys($mail['replyTo']));
		foreach (['Sans Compte', 'Alice', 'Réseau', 'vous refusez'] as $words) {
			self::assertStringContainsString($words, $mail['plain']);
		}
		// What was shown before is what was sent, but for the link.
		self::assertSame($preview['text'], trim(preg_replace('~http\S+/consent/\w+~', '…', $mail['plain'])));
		self::assertSame('draft', $this->data('GET', "/members/{$card['id']}", 'alice')['status']);
	}

	public function testThePersonAgreesWithoutAnAccount(): void {
		$card = $this->draft(['drives' => 'La laine', 'limits' => 'Pas le soir', 'audience' => ['limits' => 'groups']]);
		$token = $this->asked($card['id']);
		$page = $this->open($token);
		self::assertSame(200, $page->status);
		self::assertStringContainsString('La laine', $page->body);
		// Its title is shown, its content is not: not all members see it either.
		self::assertStringNotContainsString('Pas le soir', $page->body);
		self::assertStringContainsString('Mes limites', $page->body);
		self::assertSame('no-referrer', $page->headers['Referrer-Policy']);
		self::assertSame('noindex, nofollow', $page->headers['X-Robots-Tag']);
		self::assertStringNotContainsString('<script', $page->body);
		self::assertLessThan(100_000, strlen($page->body));
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$card['id']}", 'bob');

		$thanks = $this->answer($token, 'accept', $card['version']);
		self::assertSame(200, $thanks->status);
		self::assertStringContainsString('24 novembre 2026', $thanks->body);
		self::assertSame('La laine', $this->data('GET', "/members/{$card['id']}", 'bob')['drives']);
		$kept = $this->data('GET', "/members/{$card['id']}", 'alice');
		self::assertSame(['date' => '2026-11-24', 'how' => Consent::BY_LINK], $kept['consent']);
		self::assertSame(['2026-11-24', null], [substr($kept['asked']['on'], 0, 10), $kept['asked']['until']]);
		$consents = $this->kernel->get(ConsentMapper::class)->findOf($card['id']);
		self::assertSame([(string)$card['version'], null], [$consents[0]->getVersion(), $consents[0]->getByUid()]);

		// Again changes nothing, and a year later the same link still leads to the card.
		$this->answer($token, 'accept', $card['version']);
		self::assertCount(1, $this->kernel->get(ConsentMapper::class)->findOf($card['id']));
		$this->later(400 * self::DAY);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertStringContainsString('La laine', $this->open($token)->body);
		$this->answer($token, 'refuse');
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$card['id']}", 'alice');
		self::assertSame(404, $this->open($token)->status);
	}

	public function testAPersonWhoRefusesIsNeitherAskedNorKeptAgain(): void {
		$card = $this->draft(['contact' => ['email' => 'Sans.Compte@Example.org', 'phone' => '+33 (0)1 99 00 11 06']]);
		$token = $this->asked($card['id']);
		$gone = $this->answer($token, 'refuse');
		self::assertSame(200, $gone->status);
		self::assertStringNotContainsStringIgnoringCase(self::ADDRESS, $gone->body);
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$card['id']}", 'alice');
		foreach (['reseau_members', 'reseau_invitations', 'reseau_consents', 'reseau_objects'] as $table) {
			self::assertSame('0', (string)$this->kernel->get(IDBConnection::class)->executeQuery("SELECT COUNT(*) FROM `*PREFIX*$table`")->fetchOne(), $table);
		}
		$again = ['name' => 'La Même', 'contact' => ['email' => self::ADDRESS]];
		self::assertSame('contact.email', $this->assertRefused(422, 'refused', 'POST', '/members', 'alice', $again)['field']);
		$this->assertRefused(422, 'refused', 'POST', '/members', 'bob', ['name' => 'La Même', 'contact' => ['phone' => '01.99.00.11.06']]);
		$other = $this->data('POST', '/members', 'bob', ['name' => 'Sans Compte'], 201);
		$this->assertRefused(422, 'refused', 'PUT', "/members/{$other['id']}", 'bob', ['version' => $other['version']] + $again);
		self::assertSame($other['version'], $this->data('GET', "/members/{$other['id']}", 'bob')['version']);
		// The person themselves, with an account, may.
		self::assertSame(self::ADDRESS, $this->card('bob', ['contact' => ['email' => self::ADDRESS]])['contact']['email']);
	}

	public function testAnImportDoesNotRestoreAPersonWhoRefused(): void {
		$this->answer($this->asked($this->draft()['id']), 'refuse');
		$report = $this->kernel->get(\OCA\Reseau\Integration\ImportFile::class)->loadData([
			['id' => 'autre', 'name' => 'Sans Compte', 'contact' => ['email' => 'SANS.COMPTE@example.org'], 'consent' => ['date' => '2026-11-24', 'how' => 'Liste']],
			['id' => 'fille', 'name' => 'Sans Compte', 'contact' => ['email' => 'une.autre@example.org']],
		]);
		self::assertSame(['made' => 1, 'skipped' => 1], array_intersect_key($report->counts(), ['skipped' => 0, 'made' => 0]));
		self::assertStringContainsString('refused', json_encode($report->rows(), JSON_THROW_ON_ERROR));
		$row = ['position' => 1, 'row' => ['name' => 'Encore Elle', 'contact' => ['email' => self::ADDRESS]]];
		[$checked] = $this->data('POST', '/imports/check', 'fanny', ['rows' => [$row]])['rows'];
		self::assertSame(['skipped', 'refused', 'contact.email'], [$checked['outcome'], $checked['why'], $checked['field']]);
	}

	public function testARefusalInPersonHasTheSameEffect(): void {
		$card = $this->keptCard('alice', ['contact' => ['email' => self::ADDRESS]]);
		$this->assertRefused(403, 'not_yours', 'POST', "/members/{$card['id']}/refusal", 'bob');
		$this->data('POST', "/members/{$card['id']}/refusal", 'alice');
		$this->assertRefused(404, 'not_found', 'GET', "/members/{$card['id']}", 'alice');
		$this->assertRefused(422, 'refused', 'POST', '/members', 'alice', ['name' => 'A', 'contact' => ['email' => self::ADDRESS]]);
		$own = $this->card('bob');
		$this->assertRefused(422, 'has_account', 'POST', "/members/{$own['id']}/refusal", 'bob');
	}

	public function testALaterConsentCancelsTheRefusal(): void {
		$this->answer($this->asked($this->draft()['id']), 'refuse');
		$this->later(2 * self::DAY);
		$card = $this->data('POST', '/members', 'alice', ['name' => 'Sans Compte'], 201);
		$address = ['contact' => ['email' => self::ADDRESS]];
		$this->data('POST', "/members/{$card['id']}/consent", 'alice', ['date' => '2026-11-23', 'how' => 'Avant']);
		$this->assertRefused(422, 'refused', 'PUT', "/members/{$card['id']}", 'alice', $address + ['version' => $card['version']]);
		$this->data('POST', "/members/{$card['id']}/consent", 'alice', ['date' => '2026-11-26', 'how' => 'Elle a changé d’avis']);
		$this->data('PUT', "/members/{$card['id']}", 'alice', $address + ['version' => $card['version']]);
		$this->data('POST', '/members', 'bob', ['name' => 'B'] + $address, 201);
	}

	public function testNobodyIsAskedTwiceWithinAWeek(): void {
		$card = $this->draft();
		$path = "/members/{$card['id']}/consent-mail";
		$first = $this->asked($card['id']);
		$this->assertRefused(409, 'already_asked', 'POST', $path, 'alice', []);
		self::assertCount(1, $this->kernel->mails());
		$this->later(8 * self::DAY);
		self::assertTrue($this->data('GET', "/members/{$card['id']}", 'alice')['asked']['again']);
		$second = $this->asked($card['id']);
		self::assertSame(404, $this->open($first)->status);
		self::assertSame(200, $this->open($second)->status);
		// At another address nobody has been asked.
		$this->data('PUT', "/members/{$card['id']}", 'alice', ['contact' => ['email' => 'ailleurs@example.org'], 'version' => $card['version']]);
		$this->asked($card['id']);
		self::assertCount(3, $this->kernel->mails());
	}

	public function testOneOfTwoConcurrentRequestsIsSent(): void {
		$card = $this->draft();
		$this->invitation($card['id'], 'first', ['sent_at' => null]);
		$this->assertRefused(409, 'already_asked', 'POST', "/members/{$card['id']}/consent-mail", 'alice', []);
		// A mail that was never handed over is not waited for.
		$this->later(601);
		$this->asked($card['id']);
	}

	public function testAMailThatFailsIsReportedAndNothingIsSaved(): void {
		// The sandbox's mailer refuses what is no address to it.
		$card = $this->draft(['contact' => ['email' => 'jérôme@example.org']]);
		$path = "/members/{$card['id']}/consent-mail";
		$this->assertRefused(422, 'mail_failed', 'POST', $path, 'alice', []);
		self::assertArrayNotHasKey('asked', $this->data('GET', "/members/{$card['id']}", 'alice'));
		self::assertSame(1, $this->data('GET', '/members/kept/unasked', 'alice')['total']);
		// An earlier link that did arrive still works.
		$this->invitation($card['id'], 'earlier', ['sent_at' => $this->kernel->clock->getTime() - 8 * self::DAY]);
		$this->assertRefused(422, 'mail_failed', 'POST', $path, 'alice', []);
		self::assertSame(200, $this->open('earlier')->status);
		self::assertStringStartsWith('2026-11-16T', $this->data('GET', "/members/{$card['id']}", 'alice')['asked']['on']);
	}

	public function testTheListOfPeopleStillToAsk(): void {
		$this->draft(['name' => 'Zoé', 'contact' => ['email' => 'zoe@example.org']]);
		$asked = $this->draft(['name' => 'Yvon', 'contact' => ['email' => 'yvon@example.org']]);
		$this->draft(['name' => 'Sans adresse', 'contact' => ['phone' => '01 99 00 11 06', 'website' => 'https://example.org/"email":']]);
		$this->draft(['name' => 'Anna', 'contact' => ['email' => 'anna@example.org']]);
		$this->keptCard('alice', ['name' => 'Accord', 'contact' => ['email' => 'accord@example.org']]);
		$this->asked($asked['id']);
		$left = $this->data('GET', '/members/kept/unasked', 'alice');
		self::assertSame([['Anna', 'Zoé'], 2], [array_column($left['members'], 'name'), $left['total']]);
		self::assertSame(0, $this->data('GET', '/members/kept/unasked', 'bob')['total']);
		$this->later(31 * self::DAY);
		self::assertSame(['Anna', 'Yvon', 'Zoé'], array_column($this->data('GET', '/members/kept/unasked', 'alice')['members'], 'name'));
	}

	public function testTheKeptCardsInOneState(): void {
		$this->draft(['name' => 'Zoé', 'contact' => ['email' => 'zoe@example.org']]);
		$this->asked($this->draft(['name' => 'Yvon', 'contact' => ['email' => 'yvon@example.org']])['id']);
		$this->keptCard('alice', ['name' => 'Accord', 'contact' => ['email' => 'accord@example.org']]);
		$names = function (string $state): array {
			$page = $this->data('GET', '/members/kept', 'alice', ['state' => $state]);
			self::assertSame($page['total'], count($page['members']));
			return array_column($page['members'], 'name');
		};
		self::assertSame([['Zoé'], ['Yvon'], ['Accord'], ['Accord', 'Yvon', 'Zoé']], array_map($names, ['unasked', 'asked', 'agreed', '']));
		$this->later(31 * self::DAY);
		self::assertSame([['Yvon', 'Zoé'], []], array_map($names, ['unasked', 'asked']));
		self::assertSame('state', $this->assertRefused(400, 'unknown_state', 'GET', '/members/kept', 'alice', ['state' => 'refused'])['field']);
	}

	public function testTheKeeperIsNotifiedOfAnAgreementByNameAndOfARefusal(): void {
		$card = $this->draft();
		$token = $this->asked($card['id']);
		$this->answer($token, 'accept', $card['version']);
		self::assertSame(['Sans Compte a donné son accord à la fiche que vous tenez'], $this->notified('alice'));
		self::assertSame([], $this->notified('bob'));
		// Again changes nothing; then they change their mind.
		$this->answer($token, 'accept', $card['version']);
		self::assertCount(1, $this->notified('alice'));
		$this->answer($token, 'refuse');
		self::assertSame(['Une personne dont vous teniez la fiche l’a refusée, ou a retiré son accord'], $this->notified('alice'));
	}

	public function testFacilitatorsAreNotifiedOfCardsNobodyKeeps(): void {
		$card = $this->draft();
		$token = $this->asked($card['id']);
		$this->kernel->get(IUserManager::class)->get('alice')->delete();
		$this->answer($token, 'refuse');
		self::assertSame(['Une personne dont vous teniez la fiche l’a refusée, ou a retiré son accord'], $this->notified('fanny'));
	}

	/** @return list<string> what the bell says */
	private function notified(string $uid): array {
		return array_column($this->kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', $uid)->data(), 'subject');
	}

	public function testWhoConsentedInAnotherWayIsSentTheirLinkOnceAndConfirmsByIt(): void {
		$card = $this->keptCard('alice', ['contact' => ['email' => self::ADDRESS]]);
		self::assertTrue($card['can']['askConsent']);
		$token = $this->asked($card['id']);
		$this->assertRefused(409, 'already_asked', 'POST', "/members/{$card['id']}/consent-mail", 'alice', []);
		self::assertStringContainsString('a été modifiée', $this->answer($token, 'accept', 0)->body . $this->own($token, $card['version'] - 1));
		self::assertSame('De vive voix', $this->data('GET', "/members/{$card['id']}", 'alice')['consent']['how'], 'not to words they did not read');
		$this->own($token, $card['version']);
		$confirmed = $this->data('GET', "/members/{$card['id']}", 'alice');
		self::assertSame([Consent::BY_LINK, 'published', null], [$confirmed['consent']['how'], $confirmed['status'], $confirmed['asked']['until']]);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 60 * 86_400);
		self::assertFalse($this->data('GET', "/members/{$card['id']}", 'alice')['asked']['again'], 'they have their link');
		$this->assertRefused(422, 'not_waiting', 'POST', "/members/{$card['id']}/consent-mail", 'alice', []);
	}

	public function testALinkSentToAWrongAddressConfirmsNothingOnceTheCardHasTheRightOne(): void {
		$card = $this->keptCard('alice', ['contact' => ['email' => 'fausse@example.org']]);
		$token = $this->asked($card['id']);
		$this->data('PUT', "/members/{$card['id']}", 'alice', ['contact' => ['email' => self::ADDRESS], 'version' => $card['version']]);
		$this->answer($token, 'accept', $card['version'] + 1);
		self::assertNotSame(Consent::BY_LINK, $this->data('GET', "/members/{$card['id']}", 'alice')['consent']['how']);
		$this->data('PUT', "/members/{$card['id']}", 'alice', ['contact' => [], 'version' => $card['version'] + 1]);
		self::assertSame(404, $this->open($token)->status, 'it does not lead to the page of the person');
	}

	public function testConsentIsNotRequestedInVain(): void {
		$agreed = $this->keptCard('alice', ['contact' => ['email' => self::ADDRESS]]);
		$this->data('PUT', "/members/{$agreed['id']}/status", 'alice', ['status' => 'withdrawn', 'version' => $agreed['version']]);
		$this->assertRefused(422, 'not_waiting', 'POST', "/members/{$agreed['id']}/consent-mail", 'alice', []);
		$bare = $this->data('POST', '/members', 'alice', ['name' => 'A'], 201);
		$this->assertRefused(422, 'no_address', 'GET', "/members/{$bare['id']}/consent-mail", 'alice');
		$this->assertRefused(404, 'not_found', 'POST', "/members/{$bare['id']}/consent-mail", 'fanny', []);
		$own = $this->card('bob');
		$this->assertRefused(422, 'has_account', 'POST', "/members/{$own['id']}/consent-mail", 'bob', []);
		// Kept since before its person refused on another card.
		$draft = $this->draft();
		$this->data('POST', "/members/{$agreed['id']}/refusal", 'alice');
		$this->assertRefused(422, 'refused', 'POST', "/members/{$draft['id']}/consent-mail", 'alice', []);
		$published = $this->keptCard('alice', ['contact' => ['email' => 'ici@example.org']]);
		$this->data('POST', "/members/{$this->keptCard('bob', ['contact' => ['email' => 'ici@example.org']])['id']}/refusal", 'bob');
		$this->assertRefused(422, 'refused', 'POST', "/members/{$published['id']}/claim-link", 'alice', ['mail' => true]);
	}

	public function testAnInvalidLinkSaysSo(): void {
		$card = $this->draft();
		$expired = $this->asked($card['id']);
		$this->later(30 * self::DAY + 1);
		$deleted = $this->asked($this->draft(['contact' => ['email' => 'b@example.org']])['id'], $id);
		$this->data('DELETE', "/members/$id", 'alice');
		$useless = $this->asked($this->draft(['contact' => ['email' => 'c@example.org']])['id'], $id);
		self::assertArrayNotHasKey('asked', $this->data('DELETE', "/members/$id/consent-mail", 'alice'));
		$claimed = $this->asked($this->draft(['contact' => ['email' => 'd@example.org']])['id'], $id);
		$this->data('POST', '/claims/' . basename($this->data('POST', "/members/$id/claim-link", 'alice', [], 201)['url']), 'bob', []);
		foreach ([$expired, $deleted, $useless, $claimed, 'unknown'] as $token) {
			$this->kernel->resetLimits();
			foreach ([$this->open($token), $this->answer($token, 'accept', 1), $this->answer($token, 'refuse')] as $page) {
				self::assertSame(404, $page->status);
				self::assertStringContainsString('Ce lien ne fonctionne plus', $page->body);
			}
		}
		self::assertSame('draft', $this->data('GET', "/members/{$card['id']}", 'alice')['status']);
		self::assertSame('bob', $this->data('GET', "/members/$id", 'bob')['uid']);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertNull($this->kernel->get(InvitationMapper::class)->findOf($card['id']));
	}

	/** Of two requests to ask again, the second has read the invitation that the first has replaced. */
	public function testAnInvitationThatChangedMeanwhileIsNotReplaced(): void {
		$card = $this->draft(['contact' => ['email' => 'a@example.org']]);
		$this->asked($card['id']);
		$invitations = $this->kernel->get(InvitationMapper::class);
		[$read, $again] = [$invitations->findOf($card['id']), $invitations->findOf($card['id'])];
		$again->setTokenHash(LinkTokens::hash('again'));
		self::assertTrue($invitations->replace($read, $again));
		$late = clone $again;
		$late->setTokenHash(LinkTokens::hash('late'));
		self::assertFalse($invitations->replace($read, $late));
		self::assertSame(LinkTokens::hash('again'), $invitations->findOf($card['id'])->getTokenHash());
	}

	public function testACardChangedMeanwhileIsShownAgainBeforeConsent(): void {
		$card = $this->draft(['drives' => 'La laine']);
		$token = $this->asked($card['id']);
		$changed = $this->data('PUT', "/members/{$card['id']}", 'alice', ['drives' => 'Le lin', 'version' => $card['version']]);
		$page = $this->answer($token, 'accept', $card['version']);
		self::assertStringContainsString('Le lin', $page->body);
		self::assertStringContainsString('role="alert"', $page->body);
		self::assertSame('draft', $this->data('GET', "/members/{$card['id']}", 'alice')['status']);
		self::assertSame([], $this->kernel->get(ConsentMapper::class)->findOf($card['id']));
		foreach ([null, 'x', '999', ['1']] as $version) {
			$this->answer($token, 'accept', $version);
		}
		foreach (['', 'yes', ['refuse'], null] as $answer) {
			self::assertSame(200, $this->answer($token, $answer, $changed['version'])->status);
		}
		self::assertSame('draft', $this->data('GET', "/members/{$card['id']}", 'alice')['status']);
		$this->answer($token, 'accept', $changed['version']);
		self::assertSame('published', $this->data('GET', "/members/{$card['id']}", 'alice')['status']);
	}

	public function testOneOfTwoAnswersAtTheSameMomentCounts(): void {
		$card = $this->draft();
		$token = $this->asked($card['id']);
		// Both have read the card and its invitation before either writes.
		$answers = $this->kernel->get(AnswerConsent::class);
		$members = $this->kernel->get(\OCA\Reseau\Member\Card\MemberMapper::class);
		$before = $members->findById($card['id']);
		$answers->accept($token, $card['version']);
		$this->assertReason('stale_version', fn () => $this->kernel->get(\OCA\Reseau\Member\Editing\ChangeStatus::class)
			->change($before, \OCA\Reseau\Member\Card\Status::Published, $card['version'], ''));
		$answers->refuse($token);
		$this->assertReason('link_gone', fn () => $answers->refuse($token));
		$this->assertReason('link_gone', fn () => $answers->accept($token, $card['version'] + 1));
		self::assertNull($members->findById($card['id']));
	}

	public function testTheLinkWorksAfterAChangeOfKeeper(): void {
		$card = $this->draft();
		$token = $this->asked($card['id']);
		$this->kernel->get(IUserManager::class)->get('alice')->delete();
		self::assertStringContainsString('La facilitation de Réseau tient', $this->open($token)->body);
		$version = $this->data('GET', "/members/{$card['id']}", 'fanny')['version'];
		$this->answer($token, 'accept', $version);
		self::assertSame('published', $this->data('GET', "/members/{$card['id']}", 'bob')['status']);
	}

	public function testAConsentRecordedByAnotherPersonIsShownToThePerson(): void {
		$card = $this->draft();
		$token = $this->asked($card['id']);
		$this->data('POST', "/members/{$card['id']}/consent", 'alice', ['date' => '2026-11-20', 'how' => 'De vive voix <b>']);
		$page = $this->open($token);
		self::assertStringContainsString('De vive voix &lt;b&gt;', $page->body);
		self::assertStringNotContainsString('value="accept"', $page->body);
		self::assertStringContainsString('value="leave"', $page->body);
	}

	public function testGuessingAndManyRequestsAreLimited(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$card = $this->draft();
		for ($i = 0; $i < 20; $i++) {
			self::assertNotSame(429, $this->ask('POST', "/members/{$card['id']}/consent-mail", 'alice', [])->status);
		}
		$this->assertRefused(429, 'enough_mails', 'POST', "/members/{$card['id']}/consent-mail", 'alice', []);
		self::assertCount(1, $this->kernel->mails());
		for ($i = 0; $i < 10; $i++) {
			self::assertSame(404, $this->open("guess$i")->status);
		}
		self::assertSame(429, $this->open('guess')->status);
	}

	public function testARefusalIsNotRevealedByTrying(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$card = $this->data('POST', '/members', 'alice', ['name' => 'A'], 201);
		$statuses = [];
		for ($i = 0; $i < 320; $i++) {
			$statuses[] = $this->ask('PUT', "/members/{$card['id']}", 'alice', ['version' => $card['version'] + $i, 'contact' => ['email' => "a$i@example.org"]])->status;
			if ($i % 100 === 99) {
				$this->later(61);
			}
		}
		self::assertSame([200, 429], [$statuses[299], $statuses[300]]);
	}

	public function testThePageSpeaksTheReadersLanguage(): void {
		$token = $this->asked($this->draft()['id']);
		$english = $this->kernel->request('GET', "/index.php/apps/reseau/consent/$token", null, null, ['Accept-Language' => 'en-GB,en;q=0.8']);
		self::assertStringContainsString('<html lang="en">', $english->body);
		self::assertStringContainsString('I refuse: delete this card', $english->body);
		self::assertStringContainsString('<html lang="fr">', $this->open($token)->body);
	}

	public function testNoLogHoldsTheAddressOrTheToken(): void {
		$card = $this->draft(['contact' => ['email' => 'jérôme@example.org']]);
		$this->assertRefused(422, 'mail_failed', 'POST', "/members/{$card['id']}/consent-mail", 'alice', []);
		$token = $this->asked($this->draft()['id']);
		$this->answer($token, 'refuse');
		$rows = [];
		foreach (['reseau_invitations', 'reseau_refusals', 'reseau_erased'] as $table) {
			$rows[] = $this->kernel->get(IDBConnection::class)->executeQuery("SELECT * FROM `*PREFIX*$table`")->fetchAll();
		}
		$kept = json_encode($rows, JSON_THROW_ON_ERROR);
		self::assertNotSame('[[],[],[]]', $kept);
		foreach ([self::ADDRESS, 'sans.compte', $token] as $secret) {
			self::assertStringNotContainsStringIgnoringCase($secret, $kept);
		}
	}

	/**
	 * @param array<string, mixed> $parts
	 * @return array<string, mixed> a draft that alice keeps
	 */
	private function draft(array $parts = []): array {
		return $this->data('POST', '/members', 'alice', $parts + ['name' => 'Sans Compte', 'contact' => ['email' => self::ADDRESS]], 201);
	}

	/** Asks by mail; answers the token of the link in it. */
	private function asked(int $id, ?int &$asked = null): string {
		$asked = $id;
		$this->data('POST', "/members/$id/consent-mail", 'alice', [], 201);
		$mails = $this->kernel->mails();
		self::assertSame(1, preg_match('~/apps/reseau/consent/(\w+)~', end($mails)['plain'], $found));
		return $found[1];
	}

	private function open(string $token): Reply {
		return $this->followed($this->kernel->request('GET', "/index.php/apps/reseau/consent/$token"));
	}

	private function answer(string $token, mixed $answer, mixed $version = null): Reply {
		return $this->followed($this->kernel->request('POST', "/index.php/apps/reseau/consent/$token", null, ['answer' => $answer, 'version' => $version]));
	}

	/** The page after the person confirmed on their own page, having read a version of the card. */
	private function own(string $token, int $version): string {
		return $this->kernel->request('POST', "/index.php/apps/reseau/own/$token", null, ['answer' => 'confirm', 'version' => (string)$version])->body;
	}

	/** @param array{sent_at: ?int} $facts */
	private function invitation(int $memberId, string $token, array $facts): void {
		$invitation = new Invitation();
		$invitation->setMemberId($memberId);
		$invitation->setTokenHash(LinkTokens::hash($token));
		$invitation->setAddressHash($this->kernel->get(\OCA\Reseau\Member\Consent\Refusals::class)->hash(
			$this->data('GET', "/members/$memberId", 'alice')['contact']['email'],
		));
		$invitation->setMadeAt($facts['sent_at'] ?? $this->kernel->clock->getTime());
		$invitation->setSentAt($facts['sent_at']);
		$invitation->setExpiresAt($this->kernel->clock->getTime() + self::DAY);
		$this->kernel->get(InvitationMapper::class)->insert($invitation);
	}

	private function later(int $seconds): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $seconds);
	}

	/** @param callable(): mixed $does */
	private function assertReason(string $reason, callable $does): void {
		try {
			$does();
		} catch (ReasonException $e) {
			self::assertSame($reason, $e->reason);
			return;
		}
		self::fail("not refused for $reason");
	}
}
