<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

use OCA\Reseau\Integration\IntroductionsJob;
use OCA\Reseau\Matching\IntroductionRules;
use OCA\Reseau\Settings\Network;
use OCP\IDBConnection;
use OCP\IGroupManager;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** A facilitator introduces two people, sets place and time, and a day to look back. */
#[Group('databases')]
class MediationTest extends IntroductionTestCase {
	public function testTheSharedFixture(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/introduction-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, IntroductionRules::LIMITS);
	}

	public function testFacilitatorsSeeItOnceBothAgreed(): void {
		$id = $this->agreed();
		self::assertSame(['Two people would like to be introduced'], $this->notified('fanny'));
		self::assertSame(1, $this->awaits('fanny')['mediations']['count']);
		$seen = $this->mediations('fanny')[0];
		self::assertSame([['Odile', 'Linh'], null, true], [array_column($seen['people'], 'name'), $seen['mediator'], $seen['can']['take']]);
		self::assertSame(["Odile cherche «\u{a0}Réparer vingt bicyclettes\u{a0}» — Linh offre «\u{a0}Un atelier le samedi\u{a0}»."], $seen['reasons']);
		$this->data('PUT', '/members/me', 'linh', ['version' => 1, 'audience' => ['offers' => 'groups']]);
		self::assertSame([], $this->mediations('fanny')[0]['reasons'], 'the reason is what this facilitator may see');
		$this->assertRefused(403, 'not_yours', 'GET', '/mediations', 'odile');
		$this->assertRefused(403, 'not_yours', 'POST', "/introductions/$id/mediation", 'odile');
	}

	public function testOneTakesItOn(): void {
		$id = $this->agreed();
		self::assertSame(['name' => 'Fanny', 'mine' => true], $this->data('POST', "/introductions/$id/mediation", 'fanny')['mediator']);
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->assertRefused(409, 'taken_already', 'POST', "/introductions/$id/mediation", 'zohra');
		$this->assertRefused(409, 'not_your_mediation', 'PUT', "/introductions/$id/mediation", 'zohra', ['place' => 'Ici', 'day' => '2026-12-03', 'time' => '18:00']);
		$this->assertRefused(409, 'not_your_mediation', 'DELETE', "/introductions/$id/mediation", 'zohra');
		self::assertSame([[], []], [$this->notified('fanny'), $this->notified('zohra')]);
		self::assertSame(['Fanny introduces you and Linh to each other'], $this->notified('odile'));
		self::assertSame('Fanny', $this->seenBy('linh')[0]['mediator']);
		self::assertArrayNotHasKey('mediations', $this->awaits('zohra'));

		self::assertNull($this->data('DELETE', "/introductions/$id/mediation", 'fanny')['mediator']);
		self::assertSame(['Two people would like to be introduced'], $this->notified('zohra'));
		$this->data('POST', "/introductions/$id/mediation", 'zohra');
	}

	public function testAProposalWithoutAMediatorEnds(): void {
		$id = $this->agreed();
		$this->later(28);
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertSame(1, $this->awaits('fanny')['mediations']['count']);
		$this->later(1);
		$this->kernel->runJob(IntroductionsJob::class);
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertArrayNotHasKey('mediations', $this->awaits('fanny'));
		self::assertSame([[], []], [$this->notified('fanny'), $this->mediations('fanny')]);
		self::assertSame(['You and Linh: no facilitator could introduce you'], $this->notified('odile'));
		self::assertSame(['You and Odile: no facilitator could introduce you'], $this->notified('linh'));
		self::assertSame(['untaken', false], [$this->seenBy('linh')[0]['state'], in_array(true, $this->seenBy('linh')[0]['can'], true)]);
		$this->assertRefused(409, 'introduction_over', 'POST', "/introductions/$id/accept", 'linh');
		$this->assertRefused(409, 'introduction_over', 'POST', "/introductions/$id/mediation", 'fanny');
		// They go on without one.
		$direct = $this->propose('linh', 'odile')['id'];
		self::assertNotNull($this->accept('odile', $direct)['conversation']);
		self::assertSame(['agreed'], array_column($this->seenBy('linh'), 'state'));
	}

	public function testTheOthersGetAsLongAsTheFirst(): void {
		$id = $this->agreed();
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->later(40);
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertSame('Fanny', $this->seenBy('odile')[0]['mediator']);
		$this->data('DELETE', "/introductions/$id/mediation", 'fanny');
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertSame('agreed', $this->seenBy('odile')[0]['state']);
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->later(40);
		$this->kernel->get(IGroupManager::class)->get(Network::FACILITATORS_GROUP)?->removeUser($this->kernel->get(IUserManager::class)->get('fanny'));
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertSame(['Two people would like to be introduced'], $this->notified('zohra'));
		self::assertSame('agreed', $this->seenBy('odile')[0]['state']);
		$this->later(29);
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertSame('untaken', $this->seenBy('odile')[0]['state']);
		$this->later(29);
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertSame([], $this->seenBy('odile'));
	}

	public function testNobodyMediatesForThemselves(): void {
		$id = $this->agreed('odile', 'zohra');
		$this->assertRefused(409, 'own_introduction', 'POST', "/introductions/$id/mediation", 'zohra');
		self::assertFalse($this->mediations('zohra')[0]['can']['take']);
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
	}

	public function testFacilitatorsAreNotNotifiedOfTheirOwnActions(): void {
		$this->agreed('odile', 'zohra');
		self::assertSame([[], ['Two people would like to be introduced']], [$this->notified('zohra'), $this->notified('fanny')]);
		// Then the facilitators keep the card together.
		$this->kernel->get(IUserManager::class)->get('peire')->delete();
		$id = $this->propose('odile', 'jeanne', true)['id'];
		self::assertContains('For Jeanne, whose card you keep: Odile would like to get to know you', $this->notified('zohra'));
		$this->accept('zohra', $id);
		self::assertSame([[], ['Two people would like to be introduced', 'Two people would like to be introduced']], [$this->notified('zohra'), $this->notified('fanny')]);
	}

	public function testPlaceAndTimeAreSentToBothWithoutAnAddress(): void {
		$id = $this->agreed('odile', 'jeanne');
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$planned = $this->plan('fanny', $id);
		self::assertSame([['place' => 'Café du marché, Limoux', 'day' => '2026-12-03', 'time' => '18:00'], '2026-12-24', []], [$planned['appointment'], $planned['lookBack'], $planned['unreached']]);
		self::assertSame($planned['appointment'], $this->seenBy('odile')[0]['appointment']);
		self::assertSame(['You meet Jeanne'], $this->notified('odile'));
		self::assertSame(['For Jeanne, whose card you keep: You meet Odile'], $this->notified('peire'));
		[$mail] = $this->mailed('odile');
		[$kept] = $this->mailed('peire');
		foreach (['Jeanne', 'Fanny', 'Café du marché, Limoux', '18:00', '3 décembre 2026'] as $part) {
			self::assertStringContainsString($part, $mail['plain']);
		}
		self::assertStringContainsString('Jeanne', $kept['subject']);
		foreach ([$mail, $kept] as $one) {
			self::assertDoesNotMatchRegularExpression('/(odile|fanny|peire)@/', $one['plain'] . $one['html']);
		}
		$this->plan('fanny', $id);
		self::assertCount(1, $this->mailed('odile'), 'the same appointment again');
		$this->plan('fanny', $id, ['time' => '19:00']);
		self::assertCount(2, $this->mailed('odile'));
	}

	public function testAKeeperWhoCannotLogInGetsNoMail(): void {
		$id = $this->agreed('odile', 'jeanne');
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->kernel->get(IUserManager::class)->get('peire')?->setEnabled(false);
		$this->plan('fanny', $id);
		self::assertSame([], $this->mailed('peire'));
	}

	public function testTheMediatorLearnsOfMailsThatFailed(): void {
		$id = $this->agreed();
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->kernel->get(IUserManager::class)->get('odile')?->setEMailAddress('no address');
		self::assertSame([], $this->plan('fanny', $id)['unreached'], 'the notification was sent');
		self::assertSame('18:00', $this->seenBy('odile')[0]['appointment']['time']);
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement('ALTER TABLE *PREFIX*sandbox_notifications RENAME TO *PREFIX*sandbox_lost');
		try {
			self::assertSame(['Odile'], $this->plan('fanny', $id, ['time' => '19:00'])['unreached'], 'Linh got the mail');
			$card = $this->data('GET', '/members/me', 'odile');
			$this->data('PUT', "/members/{$card['id']}/status", 'odile', ['status' => 'paused', 'version' => $card['version']]);
			self::assertSame([''], $this->plan('fanny', $id, ['time' => '20:00'])['unreached'], 'the mediator may not see her card');
			$this->data('PUT', "/members/{$card['id']}/status", 'odile', ['status' => 'published', 'version' => $this->data('GET', '/members/me', 'odile')['version']]);
		} finally {
			$db->executeStatement('ALTER TABLE *PREFIX*sandbox_lost RENAME TO *PREFIX*sandbox_notifications');
		}
		self::assertSame('20:00', $this->seenBy('odile')[0]['appointment']['time']);
	}

	public function testOneCannotCome(): void {
		$id = $this->agreed();
		$absent = ['absent' => true, 'text' => 'Ma fille est malade'];
		$this->assertRefused(409, 'no_appointment', 'PUT', "/introductions/$id/absence", 'linh', $absent);
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->plan('fanny', $id);
		self::assertSame('Ma fille est malade', $this->data('PUT', "/introductions/$id/absence", 'linh', $absent)['absence']);
		self::assertSame(['An appointment does not suit'], $this->notified('fanny'));
		self::assertSame([['name' => 'Linh', 'text' => 'Ma fille est malade']], $this->mediations('fanny')[0]['absences']);
		self::assertStringNotContainsString('malade', json_encode([$this->seenBy('odile'), $this->mediations('zohra')], JSON_THROW_ON_ERROR));
		self::assertNull($this->data('PUT', "/introductions/$id/absence", 'linh', ['absent' => false])['absence']);
		self::assertSame([], $this->notified('fanny'));
		$this->data('PUT', "/introductions/$id/absence", 'linh', $absent);
		self::assertSame([], $this->plan('fanny', $id, ['day' => '2026-12-10'])['absences'], 'another day, another answer');
	}

	public function testItIsCalledOff(): void {
		$id = $this->agreed();
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->plan('fanny', $id);
		$this->data('DELETE', "/introductions/$id", 'linh');
		$this->data('DELETE', "/introductions/$id", 'linh');
		self::assertSame(['You and Linh: the introduction was called off'], $this->notified('odile'));
		self::assertSame(['The introduction was called off'], $this->notified('fanny'));
		self::assertSame([], $this->notified('linh'));
		self::assertSame([['ended'], null], [array_column($this->seenBy('odile'), 'state'), $this->seenBy('odile')[0]['appointment']]);
		self::assertSame([], $this->mediations('fanny'));
		$this->assertRefused(409, 'introduction_over', 'POST', "/introductions/$id/mediation", 'zohra');
		$this->assertRefused(409, 'introduction_over', 'POST', "/introductions/$id/accept", 'odile');
		self::assertSame('proposed', $this->propose('linh', 'odile')['state']);
		$other = $this->agreed('odile', 'jeanne');
		$this->data('POST', "/introductions/$other/mediation", 'zohra');
		$this->data('DELETE', "/introductions/$other", 'zohra');
		self::assertSame('ended', $this->seenBy('peire')[0]['state']);
	}

	public function testAMediatorWhoNoLongerFacilitatesIsNone(): void {
		$id = $this->agreed();
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->plan('fanny', $id);
		$this->kernel->get(IGroupManager::class)->get(Network::FACILITATORS_GROUP)->removeUser($this->kernel->get(IUserManager::class)->get('fanny'));
		self::assertNull($this->seenBy('odile')[0]['mediator']);
		self::assertTrue($this->mediations('zohra')[0]['can']['take']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/introductions/$id/mediation", 'fanny', []);
		$this->assertRefused(404, 'not_found', 'DELETE', "/introductions/$id", 'fanny');
		self::assertSame('Zohra', $this->data('POST', "/introductions/$id/mediation", 'zohra')['mediator']['name']);
		self::assertNotNull($this->seenBy('odile')[0]['appointment'], 'what was set stays');
		$this->kernel->get(IUserManager::class)->get('zohra')->delete();
		self::assertNull($this->seenBy('odile')[0]['mediator']);
	}

	public function testThanksNeedTwoPeopleWhoAreShown(): void {
		$id = $this->agreed();
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->plan('fanny', $id, ['lookBack' => '2026-12-20']);
		$this->later(26);
		$this->setStatus('linh', 'linh', 'paused');
		$this->assertRefused(422, 'thanks_refused', 'PUT', "/introductions/$id/outcome", 'odile', ['text' => 'Un atelier', 'thanks' => true]);
		$this->setStatus('linh', 'linh', 'published');
		self::assertFalse($this->seenBy('odile')[0]['answered'], 'nothing was kept');
		self::assertSame([], $this->data('GET', "/members/{$this->cards['odile']}/export", 'odile')['links']);
		$this->data('PUT', "/introductions/$id/outcome", 'odile', ['text' => 'Un atelier', 'thanks' => true]);
		self::assertTrue($this->seenBy('odile')[0]['answered']);
	}

	public function testTheyLookBackAndThankEachOther(): void {
		$id = $this->agreed();
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		$this->plan('fanny', $id, ['lookBack' => '2026-12-20']);
		$this->assertRefused(409, 'too_early', 'PUT', "/introductions/$id/outcome", 'odile', ['text' => 'Un atelier']);
		$this->later(26);
		$this->kernel->runJob(IntroductionsJob::class);
		$this->kernel->runJob(IntroductionsJob::class);
		foreach (['odile' => 'You and Linh: what came of it?', 'linh' => 'You and Odile: what came of it?', 'fanny' => 'What came of the introduction?'] as $uid => $asked) {
			self::assertSame([$asked], $this->notified($uid));
			self::assertArrayHasKey($uid === 'fanny' ? 'mediations' : 'outcomes', $this->awaits($uid));
		}
		$this->data('PUT', "/introductions/$id/outcome", 'odile', ['text' => 'Un atelier chaque samedi', 'thanks' => true]);
		$this->data('PUT', "/introductions/$id/outcome", 'odile', ['text' => 'Un atelier chaque samedi', 'thanks' => true]);
		$this->data('PUT', "/introductions/$id/outcome", 'fanny', ['text' => '']);
		self::assertSame([[], []], [$this->notified('odile'), $this->notified('fanny')]);
		self::assertSame([['name' => 'Odile', 'mine' => false, 'text' => 'Un atelier chaque samedi']], $this->seenBy('linh')[0]['outcomes']);
		self::assertSame([true, false], [$this->seenBy('odile')[0]['answered'], $this->seenBy('linh')[0]['answered']]);
		// Only the one who sought something, and has answered, may want to take it off their card.
		self::assertSame(['Réparer vingt bicyclettes', null], [$this->seenBy('odile')[0]['sought'], $this->seenBy('linh')[0]['sought']]);
		self::assertTrue($this->mediations('fanny')[0]['answered'], 'also without a word');
		self::assertArrayNotHasKey('mediations', $this->awaits('fanny'));
		self::assertArrayNotHasKey('outcomes', $this->awaits('odile'));
		$links = $this->data('GET', "/members/{$this->cards['odile']}/export", 'odile')['links'];
		self::assertSame([['Odile', 'a reçu l’aide de', 'Linh']], array_map(static fn (array $link): array => [$link['a']['title'], $link['relation'], $link['b']['title']], $links));
		$this->assertRefused(409, 'introduced_already', 'DELETE', "/introductions/$id", 'linh');
		$this->later(61);
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertSame([], $this->seenBy('linh'));
	}

	public function testADirectIntroductionIsLookedBackOnTooAndProposalsEnd(): void {
		$id = $this->propose('odile', 'linh')['id'];
		$this->accept('linh', $id);
		$this->propose('odile', 'zohra');
		$this->later(20);
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertSame(['Linh would like to get to know you too'], $this->notified('odile'));
		$this->later(9);
		$this->kernel->runJob(IntroductionsJob::class);
		self::assertSame([['agreed']], [array_column($this->seenBy('odile'), 'state')]);
		self::assertTrue($this->seenBy('odile')[0]['can']['tell']);
		self::assertSame([], $this->seenBy('zohra'));
	}

	public function testBadInputIsRefused(): void {
		$id = $this->agreed();
		$this->data('POST', "/introductions/$id/mediation", 'fanny');
		foreach ([
			'place_missing' => ['place' => ' '], 'too_long' => ['place' => str_repeat('a', 201)], 'bad_text' => ['place' => "a\0"],
			'bad_time' => ['time' => '24:00'], 'bad_look_back' => ['lookBack' => '2026-12-03'],
		] as $reason => $changes) {
			self::assertSame($reason, $this->plan('fanny', $id, $changes, 400)['error']);
		}
		foreach (['2026-11-23', '2026-02-30', '2039-01-01', 'demain', null, ['a']] as $day) {
			self::assertSame('bad_day', $this->plan('fanny', $id, ['day' => $day], 400)['error']);
		}
		$this->plan('fanny', $id, ['day' => '2026-11-24']);
		$this->assertRefused(400, 'wrong_type', 'PUT', "/introductions/$id/absence", 'linh', ['absent' => 'peut-être']);
		$this->assertRefused(400, 'too_long', 'PUT', "/introductions/$id/absence", 'linh', ['absent' => true, 'text' => str_repeat('a', 501)]);
	}
}
